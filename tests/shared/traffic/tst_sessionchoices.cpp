#include "crc32.h"
#include "sessionchoices.h"
#include "sessionfixture.h"

#include <QRandomGenerator>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace SessionFormat;

/// How the bytes were read, as a saved session keeps it.
class TestSessionChoices final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasWrittenIsRead();
    void anyFramingComesBack();
    void aChangedByteIsRefused();
    void aCutEndIsRefused();
    void hostileFieldsAreRefused_data();
    void hostileFieldsAreRefused();
    void onlySoManySocketsAreTaken_data();
    void onlySoManySocketsAreTaken();
    void tooManyAreNotWritten();
    void anEncodingThatIsLackingIsUtf8();
    void aSavedSessionKeepsThem();
    void aSavedSessionWithoutThemHasTheOldVersion();
    void aSavedSessionWithDamagedOnesIsRefused();

private:
    SessionFixture m_sessions;
};

static Interpretations someChoices()
{
    Interpretations choices;
    choices.usual = {*parseFraming(u"length:u16be"), *Encoding::parse(u"gbk")};
    choices.own.insert(2, {*parseFraming(u"delimiter:;"), {}});
    choices.own.insert(7, {*parseFraming(u"idle:20"), *Encoding::parse(u"latin1")});
    choices.own.insert(4'000'000'000, choices.own.value(2));
    choices.messageLimit = 4096;
    return choices;
}

void TestSessionChoices::whatWasWrittenIsRead()
{
    const auto read = readChoices(write(someChoices()));
    QVERIFY(read);
    QVERIFY(*read == someChoices());
    QVERIFY(readChoices(write(Interpretations())) == Interpretations());
}

void TestSessionChoices::anyFramingComesBack()
{
    QRandomGenerator random(4711);
    Interpretations choices;
    for (SocketId id = 1; id <= 300; ++id) {
        QByteArray delimiter(1 + random.bounded(int(Framing::MaxDelimiter)), '\0');
        for (char &byte : delimiter)
            byte = char(random.bounded(256));
        choices.own.insert(id, {{.kind = Framing::Kind::Delimiter, .delimiter = delimiter}, {}});
    }
    for (const QString &word : {u"fixed:1073741824"_s, u"idle:60000"_s, u"raw"_s, u"nul"_s, u"length:u32le"_s})
        choices.own.insert(SocketId(1000 + choices.own.size()), {*parseFraming(word), {}});
    SocketId next = 2000;
    for (const Encoding &encoding : Encoding::available())
        choices.own.insert(next++, {{}, encoding});
    const auto read = readChoices(write(choices));
    QVERIFY(read);
    QVERIFY(*read == choices);
}

void TestSessionChoices::aChangedByteIsRefused()
{
    const QByteArray part = write(someChoices());
    for (qsizetype at = 0; at < part.size(); ++at) {
        QByteArray bytes = part;
        bytes[at] = char(bytes[at] ^ (1 << (at % 8)));
        QVERIFY(!readChoices(bytes));
    }
}

void TestSessionChoices::aCutEndIsRefused()
{
    const QByteArray part = write(someChoices());
    for (qsizetype size = 0; size < part.size(); ++size) {
        QVERIFY(!readChoices(part.first(size)));
        const QByteArray cut = part.first(size);
        QByteArray sealed = cut;
        sealed.resize(size + 4);
        qToLittleEndian<quint32>(crc32(cut), sealed.data() + size);
        QVERIFY(!readChoices(sealed) || size == part.size() - 4);
    }
}

template<typename T>
static QByteArray little(T value)
{
    QByteArray bytes(sizeof(T), '\0');
    qToLittleEndian<T>(value, bytes.data());
    return bytes;
}

static QByteArray word(const QByteArray &text)
{
    return little<quint16>(quint16(text.size())) + text;
}

static QByteArray front(quint32 count, quint32 limit = 4096)
{
    return little<quint32>(limit) + little<quint32>(count);
}

static QByteArray reading(const QByteArray &framing, const QByteArray &encoding, const QList<quint32> &sockets = {})
{
    QByteArray bytes = word(framing) + word(encoding) + little<quint32>(quint32(sockets.size()));
    for (const quint32 socket : sockets)
        bytes += little<quint32>(socket);
    return bytes;
}

void TestSessionChoices::hostileFieldsAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray lines = reading("lines", "UTF-8");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no interpretation") << front(0);
    QTest::newRow("too many") << front(65'537) + lines;
    QTest::newRow("more than there are") << front(2) + lines;
    QTest::newRow("something left over") << front(1) + lines + "x";
    QTest::newRow("a limit of nothing") << front(1, 0) + lines;
    QTest::newRow("a limit beyond all") << front(1, 0xFFFF'FFFF) + lines;
    QTest::newRow("no framing") << front(1) + reading("rubbish", "UTF-8");
    QTest::newRow("a framing out of bounds") << front(1) + reading("fixed:99999999999", "UTF-8");
    QTest::newRow("a word that is too long") << front(1) + reading("delimiter:" + QByteArray(3000, 'x'), "UTF-8");
    QTest::newRow("letters of no word") << front(1) + reading("delimiter:\xC3\xA9", "UTF-8");
    QTest::newRow("no encoding") << front(1) + reading("lines", "rubbish");
    QTest::newRow("a name that is too long") << front(1) + reading("lines", QByteArray(65, 'x'));
    QTest::newRow("the usual one with sockets") << front(1) + reading("lines", "UTF-8", {1});
    QTest::newRow("another one without") << front(2) + lines + reading("raw", "UTF-8");
    QTest::newRow("the listening socket") << front(2) + lines + reading("raw", "UTF-8", {0});
    QTest::newRow("a socket twice") << front(3) + lines + reading("raw", "UTF-8", {1}) + reading("nul", "UTF-8", {1});
    QTest::newRow("more sockets than there are")
        << front(2) + lines + word("raw") + word("UTF-8") + little<quint32>(0x4000'0000) + little<quint32>(1);
}

void TestSessionChoices::hostileFieldsAreRefused()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!readChoices(bytes + little<quint32>(crc32(bytes))));
}

void TestSessionChoices::onlySoManySocketsAreTaken_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<bool>("taken");
    QTest::newRow("as much as there may be") << qsizetype(MaxChoices) << true;
    QTest::newRow("a socket more") << qsizetype(MaxChoices) + 4 << false;
}

/// All with the same choice, the shortest there is: so many bytes stand for more sockets than with any other.
void TestSessionChoices::onlySoManySocketsAreTaken()
{
    QFETCH(qsizetype, size);
    QFETCH(bool, taken);
    QByteArray bytes = front(2) + reading("lines", "UTF-8") + word("raw") + word("GBK");
    const auto count = quint32((size - bytes.size() - 8) / 4); // behind it, the count itself and the CRC
    bytes += little<quint32>(count);
    const qsizetype ids = bytes.size();
    bytes.resize(size - 4);
    for (quint32 i = 0; i < count; ++i)
        qToLittleEndian<quint32>(i + 1, bytes.data() + ids + i * 4);
    const auto read = readChoices(bytes + little<quint32>(crc32(bytes)));
    QCOMPARE(read.has_value(), taken);
    QCOMPARE(read ? read->own.size() : 0, taken ? qsizetype(count) : 0);
}

void TestSessionChoices::tooManyAreNotWritten()
{
    Interpretations choices;
    constexpr SocketId Count = MaxChoices / (Framing::MaxDelimiter * 4) + 200; // the escape of such a byte has four
    for (SocketId id = 1; id <= Count; ++id) {
        const QByteArray delimiter = QByteArray::number(id) + QByteArray(Framing::MaxDelimiter - 10, '\xFF');
        choices.own.insert(id, {{.kind = Framing::Kind::Delimiter, .delimiter = delimiter}, {}});
    }
    QVERIFY(write(choices).isEmpty());
}

void TestSessionChoices::anEncodingThatIsLackingIsUtf8()
{
    const QByteArray bytes = front(1) + reading("raw", "utf8"); // its other name
    const auto read = readChoices(bytes + little<quint32>(crc32(bytes)));
    QVERIFY(read);
    QCOMPARE(read->usual.encoding, Encoding());
}

void TestSessionChoices::aSavedSessionKeepsThem()
{
    const auto store = m_sessions.create();
    store->appendRead(2, "a;b", 1);
    store->flush();
    store->setInterpretations(someChoices());

    const auto opened = m_sessions.open(m_sessions.saved(*store));

    QVERIFY(opened);
    QVERIFY(opened->interpretations() == someChoices());
    QVERIFY(!opened->isTorn());
    QCOMPARE(everything(opened), everything(store));
    const auto again = m_sessions.open(m_sessions.saved(*opened, u"again.oneport"_s));
    QVERIFY(again && again->interpretations() == someChoices());
}

void TestSessionChoices::aSavedSessionWithoutThemHasTheOldVersion()
{
    const auto store = m_sessions.create();
    const QString file = m_sessions.saved(*store);
    QCOMPARE(qFromLittleEndian<quint32>(readFile(file).data() + 8), 1U);
    QVERIFY(!m_sessions.open(file)->interpretations());
}

void TestSessionChoices::aSavedSessionWithDamagedOnesIsRefused()
{
    const auto store = m_sessions.create();
    store->appendRead(2, "a;b", 1);
    store->flush();
    store->setInterpretations(someChoices());
    const QString file = m_sessions.saved(*store);
    const QByteArray whole = readFile(file);
    QString error;
    writeFile(file, whole.first(60));
    QVERIFY(!m_sessions.open(file, &error));
    QVERIFY2(error.contains(u"framing"_s), qPrintable(error));
    QByteArray changed = whole;
    changed[60] = char(changed[60] ^ 1);
    writeFile(file, changed);
    QVERIFY(!m_sessions.open(file, &error));
    QVERIFY2(error.contains(u"framing"_s), qPrintable(error));
    QByteArray endless = whole.first(48);
    qToLittleEndian<quint32>(0xFFFF'FFFF, endless.data() + 24);
    qToLittleEndian<quint32>(crc32(QByteArrayView(endless).first(44)), endless.data() + 44);
    writeFile(file, endless + whole.sliced(48));
    QVERIFY(!m_sessions.open(file, &error));
}

QTEST_APPLESS_MAIN(TestSessionChoices)
#include "tst_sessionchoices.moc"
