#include "ratetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

static constexpr std::array<quint64, 4> Steps{1, 1'000, 1'000'000, 1'000'000'000};
static constexpr std::array Units{"B"_L1, "kB"_L1, "MB"_L1, "GB"_L1};

static QString unlimitedText()
{
    return QCoreApplication::translate("RateText", "as fast as the peer reads");
}

QString rateText(quint64 bytesPerSecond)
{
    if (bytesPerSecond == 0)
        return unlimitedText();
    size_t step = Steps.size() - 1;
    while (bytesPerSecond < Steps[step])
        --step;
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    const QString number = locale.toString(double(bytesPerSecond) / double(Steps[step]), 'g', 12);
    return QCoreApplication::translate("RateText", "%1 %2/s", "a rate: number, unit").arg(number, Units[step]);
}

std::optional<quint64> parseRate(const QString &text)
{
    if (text.trimmed().compare(unlimitedText(), Qt::CaseInsensitive) == 0)
        return 0;
    static const QRegularExpression pattern(u"^\\s*([^a-z\\s]+)\\s*([kmg]?)b?\\s*(?:/\\s*s)?\\s*$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(text);
    bool ok = false;
    const double number = QLocale().toDouble(match.captured(1), &ok);
    if (!match.hasMatch() || !ok || number < 0)
        return {};
    const QString prefix = match.captured(2).toLower();
    const qsizetype step = prefix.isEmpty() ? 0 : u"kmg"_s.indexOf(prefix) + 1;
    const double rate = number * double(Steps[size_t(step)]);
    if (rate > double(MaxRate) || (rate > 0 && rate < 1))
        return {};
    return quint64(rate + 0.5);
}

QString durationText(quint64 seconds)
{
    const auto twoDigits = [](quint64 value) { return u"%1"_s.arg(value, 2, 10, QChar(u'0')); };
    const quint64 minutes = seconds / 60;
    if (minutes < 60)
        return u"%1:%2"_s.arg(minutes).arg(twoDigits(seconds % 60));
    return u"%1:%2:%3"_s.arg(minutes / 60).arg(twoDigits(minutes % 60), twoDigits(seconds % 60));
}
