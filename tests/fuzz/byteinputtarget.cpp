#include "byteformat.h"
#include "byteinput.h"
#include "inputtext.h"
#include "targets.h"

namespace {

constexpr int Forms = 4;

void checkProblems(const ParsedInput &parsed, qsizetype size, QByteArrayView input)
{
    require(parsed.ok() || parsed.bytes.isEmpty(), "what has a problem gives no bytes", input);
    require(parsed.problems.size() <= ParsedInput::MaxProblems, "problems are bounded", input);
    qsizetype last = 0;
    for (const ParsedInput::Problem &problem : parsed.problems) {
        require(problem.position >= last && problem.length >= 0 && problem.position + problem.length <= size,
                "problems lie in the text, in its order", input);
        require(!problem.sentence.isEmpty(), "a problem has a sentence", input);
        last = problem.position;
    }
}

}

void fuzzByteInput(QByteArrayView input)
{
    if (input.isEmpty())
        return;
    const uchar choice = uchar(input.front());
    const auto form = InputForm(choice % Forms);
    const QString text = inputText(input.sliced(1), choice & 0x80);
    const ParsedInput parsed = parseInput(form, text);
    checkProblems(parsed, text.size(), input);
    if (form == InputForm::Text)
        require(!parsed.ok() || parsed.bytes == encodeUtf8(text), "text stands for itself", input);
    const ParsedInput again = parseInput(InputForm::Hex, hexText(parsed.bytes));
    require(again.ok() && again.bytes == parsed.bytes, "bytes written in hex read back", input);
}
