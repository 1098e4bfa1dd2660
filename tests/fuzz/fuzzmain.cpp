#include "targets.h"

#include <cstddef>
#include <cstdint>

/// What libFuzzer calls; the build names the target (https://llvm.org/docs/LibFuzzer.html).
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    ONEPORT_FUZZ_TARGET(QByteArrayView(bytes, qsizetype(size)));
    return 0;
}
