#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

/// One string of a .ts file (the TS format is described in the manual of Qt Linguist).
struct TranslatedString
{
    QString context;
    QString source;
    QStringList translations; // one, or one for each plural form
    bool finished = true;
};

static TranslatedString readMessage(QXmlStreamReader &xml, const QString &context)
{
    TranslatedString message{.context = context, .source = {}, .translations = {}};
    QString plain;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            message.source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            message.finished = xml.attributes().value("type"_L1).isEmpty();
            while (xml.readNext() != QXmlStreamReader::EndElement || xml.name() != "translation"_L1) {
                if (xml.isStartElement())
                    message.translations.append(xml.readElementText());
                else if (xml.isCharacters())
                    plain.append(xml.text());
            }
        } else {
            xml.skipCurrentElement();
        }
    }
    if (message.translations.isEmpty())
        message.translations.append(plain);
    return message;
}

static QList<TranslatedString> readStrings(const QString &path)
{
    QFile file(path);
    QList<TranslatedString> strings;
    if (!file.open(QIODevice::ReadOnly))
        return strings;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "message"_L1)
            strings.append(readMessage(xml, context));
    }
    return strings;
}

/// %1, %L1, %n … in the order of their names; the L only says how a number is written.
static QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"%L?(\\d{1,2}|n)"_s);
    QStringList found;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();)
        found.append(matches.next().captured(1));
    found.removeDuplicates();
    found.sort();
    return found;
}

/// The sources are in English: its file has the plurals alone.
static bool isEnglish(const QString &path)
{
    return path.endsWith("oneport_en.ts"_L1);
}

/// Fewer strings than this, and the file was not read.
static qsizetype fewest(const QString &path)
{
    return isEnglish(path) ? 3 : 100;
}

/// Each language in translations/ has every visible string, with the same placeholders.
class TestTranslations final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyStringOfTheSourcesIsTranslated_data() { addLanguages(); }
    void everyStringOfTheSourcesIsTranslated();
    void placeholdersAreTheSame_data() { addLanguages(); }
    void placeholdersAreTheSame();
    void chineseHasNoNotesInEnglish();

private:
    void addLanguages();
};

void TestTranslations::addLanguages()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(ONEPORT_SOURCE_DIR "/translations"));
    const QFileInfoList files = folder.entryInfoList({u"oneport_*.ts"_s});
    QVERIFY(!files.isEmpty());
    for (const QFileInfo &file : files)
        QTest::newRow(qPrintable(file.fileName())) << file.filePath();
}

void TestTranslations::everyStringOfTheSourcesIsTranslated()
{
    QFETCH(QString, path);
    if (!QFileInfo(QStringLiteral(ONEPORT_LUPDATE)).isExecutable())
        QSKIP("lupdate does not run here");
    // What lupdate finds in the sources but not in the file, it adds as unfinished to this copy.
    QTemporaryDir folder;
    const QString copy = folder.filePath(QFileInfo(path).fileName());
    QVERIFY(QFile::copy(path, copy));
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(ONEPORT_SOURCE_DIR));
    QStringList arguments{u"-silent"_s, u"-no-obsolete"_s, u"-locations"_s, u"none"_s, u"shared"_s, u"server-app"_s,
                          u"client-app"_s, u"-ts"_s, copy};
    if (isEnglish(path))
        arguments.prepend(u"-pluralonly"_s);
    lupdate.start(QStringLiteral(ONEPORT_LUPDATE), arguments);
    QVERIFY(lupdate.waitForFinished(60'000));
    QCOMPARE(lupdate.exitCode(), 0);
    const QList<TranslatedString> strings = readStrings(copy);
    QVERIFY(strings.size() >= fewest(path));
    for (const TranslatedString &string : strings) {
        const bool complete = string.finished && !string.translations.contains(QString());
        QVERIFY2(complete, qPrintable(u"%1: \"%2\""_s.arg(string.context, string.source)));
    }
}

void TestTranslations::placeholdersAreTheSame()
{
    QFETCH(QString, path);
    const QList<TranslatedString> strings = readStrings(path);
    QVERIFY(strings.size() >= fewest(path));
    for (const TranslatedString &string : strings) {
        for (const QString &translation : string.translations)
            QVERIFY2(placeholders(translation) == placeholders(string.source),
                     qPrintable(u"%1: \"%2\" and \"%3\""_s.arg(string.context, string.source, translation)));
    }
}

/// What a translator notes for others must not stand in the text: its words are neither Chinese nor in the source.
void TestTranslations::chineseHasNoNotesInEnglish()
{
    static const QRegularExpression words(u"[A-Za-z]{4,}"_s);
    const QStringList names{u"accept"_s}; // of system calls
    const QList<TranslatedString> strings = readStrings(QStringLiteral(ONEPORT_SOURCE_DIR "/translations/oneport_zh_CN.ts"));
    QVERIFY(strings.size() >= fewest({}));
    for (const TranslatedString &string : strings) {
        QString source = string.source;
        source.remove(u'&');
        for (auto found = words.globalMatch(string.translations.join(u' ')); found.hasNext();) {
            const QString word = found.next().captured();
            QVERIFY2(names.contains(word) || source.contains(word, Qt::CaseInsensitive),
                     qPrintable(u"%1: \"%2\" in \"%3\""_s.arg(string.context, word, string.translations.constFirst())));
        }
    }
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
