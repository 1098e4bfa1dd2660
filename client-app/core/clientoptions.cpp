#include "clientoptions.h"

using namespace Qt::StringLiterals;

QString ClientOptions::target() const
{
    return (host.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(host).arg(port);
}
