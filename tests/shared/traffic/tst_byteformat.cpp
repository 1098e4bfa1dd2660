#include "byteformat.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// What the formats must be, and that the programs that read them agree.
class TestByteFormat final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hexTextHasTwoDigitsAByte_data();
    void hexTextHasTwoDigitsAByte();
    void aHexDumpHasOffsetsAndText();
    void aHexDumpCountsFromItsFirstOffset();
    void anArrayIsInitialisedWithTheBytes();
    void anArrayOfNothingSaysSo();
    void pythonBytesAreEscaped_data();
    void pythonBytesAreEscaped();
    void longPythonBytesAreInLines();
    void hexdumpWritesTheSame_data() { streams(); }
    void hexdumpWritesTheSame();
    void aCompilerReadsTheSameBytes_data() { streams(); }
    void aCompilerReadsTheSameBytes();
    void pythonReadsTheSameBytes_data() { streams(); }
    void pythonReadsTheSameBytes();

private:
    static void streams();
};

static QByteArray randomBytes(qsizetype size)
{
    QRandomGenerator random{quint32(size)};
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(random.bounded(256));
    return bytes;
}

static QByteArray everyByte()
{
    QByteArray bytes;
    for (int byte = 0; byte < 256; ++byte)
        bytes.append(char(byte));
    return bytes;
}

void TestByteFormat::streams()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("one byte") << "x"_ba;
    QTest::newRow("a line") << "hello, world\n"_ba;
    QTest::newRow("NUL") << QByteArray(1, '\0');
    QTest::newRow("escapes before digits") << QByteArray("\0001\x1f" "0\xff" "f\r\n\\\"'", 11);
    QTest::newRow("Chinese") << "你好，世界"_ba;
    QTest::newRow("every byte") << everyByte();
    for (const int size : {7, 8, 9, 15, 16, 17, 31, 32, 33, 71, 72, 73, 4000})
        QTest::addRow("%d random bytes", size) << randomBytes(size);
    QTest::newRow("the same line again and again") << QByteArray(160, '=');
}

void TestByteFormat::hexTextHasTwoDigitsAByte_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");

    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("letters") << "hel"_ba << u"68 65 6C"_s;
    QTest::newRow("ends of the range") << QByteArray("\x00\x0f\xf0\xff", 4) << u"00 0F F0 FF"_s;
}

void TestByteFormat::hexTextHasTwoDigitsAByte()
{
    QFETCH(QByteArray, bytes);
    QTEST(hexText(bytes), "text");
}

void TestByteFormat::aHexDumpHasOffsetsAndText()
{
    QCOMPARE(hexDump({}), QString());
    QCOMPARE(hexDump("hello, dear world\n"),
             u"00000000  68 65 6c 6c 6f 2c 20 64  65 61 72 20 77 6f 72 6c  |hello, dear worl|\n"
             "00000010  64 0a                                             |d.|\n"
             "00000012\n"_s);
}

void TestByteFormat::aHexDumpCountsFromItsFirstOffset()
{
    QCOMPARE(hexDump("a", 0x1'0000'0000),
             u"100000000  61                                                |a|\n"
             "100000001\n"_s);
}

void TestByteFormat::anArrayIsInitialisedWithTheBytes()
{
    QCOMPARE(cArray("hel"), u"static const unsigned char message[3] = {\n    0x68, 0x65, 0x6c\n};\n"_s);
    QCOMPARE(cArray(QByteArray(13, '\xFF'), u"reply"),
             u"static const unsigned char reply[13] = {\n"
             "    0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,\n"
             "    0xff\n};\n"_s);
}

void TestByteFormat::anArrayOfNothingSaysSo()
{
    QCOMPARE(cArray({}), u"static const unsigned char message[1] = { 0 }; /* no bytes */\n"_s);
}

void TestByteFormat::pythonBytesAreEscaped_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("literal");

    QTest::newRow("nothing") << QByteArray() << uR"(b"")"_s;
    QTest::newRow("letters") << "hel"_ba << uR"(b"hel")"_s;
    QTest::newRow("line end") << "a\r\n"_ba << uR"(b"a\r\n")"_s;
    QTest::newRow("quotes") << "\"'\\"_ba << uR"(b"\"'\\")"_s;
    QTest::newRow("others") << QByteArray("\0\t\x7f\xff", 4) << uR"(b"\x00\t\x7f\xff")"_s;
}

void TestByteFormat::pythonBytesAreEscaped()
{
    QFETCH(QByteArray, bytes);
    QTEST(pythonBytes(bytes), "literal");
}

void TestByteFormat::longPythonBytesAreInLines()
{
    const QString dots(72, u'.');

    QCOMPARE(pythonBytes(QByteArray(72, '.')), u"b\"%1\""_s.arg(dots));
    QCOMPARE(pythonBytes(QByteArray(72, '.') + '\n'), u"(\n    b\"%1\"\n    b\"\\n\"\n)"_s.arg(dots));
}

/// What a program of this machine writes, given these bytes on standard input.
static QByteArray output(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished() || process.exitCode() != 0)
        qWarning("%s", process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

static bool isMissing(const QString &program)
{
    return QStandardPaths::findExecutable(program).isEmpty();
}

void TestByteFormat::hexdumpWritesTheSame()
{
    if (isMissing(u"hexdump"_s))
        QSKIP("there is no hexdump");
    QFETCH(QByteArray, bytes);
    QCOMPARE(hexDump(bytes).toLatin1(), output(u"hexdump"_s, {u"-C"_s, u"-v"_s}, bytes));
}

/// A program that writes the array to its standard output.
static QByteArray echoProgram(const QByteArray &bytes)
{
    return "#include <stdio.h>\n" + cArray(bytes).toLatin1()
        + "int main(void) { return fwrite(message, 1, sizeof message, stdout) != sizeof message; }\n";
}

void TestByteFormat::aCompilerReadsTheSameBytes()
{
#ifdef Q_OS_WIN
    QSKIP("text mode would change the line ends");
#endif
    if (isMissing(u"cc"_s))
        QSKIP("there is no cc");
    QFETCH(QByteArray, bytes);
    const QTemporaryDir folder;
    const QString program = folder.filePath(u"echo"_s);

    output(u"cc"_s, {u"-x"_s, u"c"_s, u"-Wall"_s, u"-Werror"_s, u"-o"_s, program, u"-"_s}, echoProgram(bytes));

    QCOMPARE(output(program, {}), bytes);
}

void TestByteFormat::pythonReadsTheSameBytes()
{
    if (isMissing(u"python3"_s))
        QSKIP("there is no python3");
    QFETCH(QByteArray, bytes);
    const QByteArray literal = pythonBytes(bytes).toLatin1();
    const QByteArray script = "import sys\nmessage = " + literal + "\nsys.stdout.write(message.hex())\n";
    QCOMPARE(output(u"python3"_s, {u"-"_s}, script), bytes.toHex());
}

QTEST_APPLESS_MAIN(TestByteFormat)
#include "tst_byteformat.moc"
