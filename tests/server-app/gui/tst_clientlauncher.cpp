#include "clientlauncher.h"
#include "language.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_ClientLauncher final : public QObject
{
    Q_OBJECT

private:
    static bool writeProgram(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size()
            && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

private Q_SLOTS:
    void isNotThereInAnEmptyFolder()
    {
        const QTemporaryDir folder;
        QVERIFY(!ClientLauncher(folder.path()).isThere());
        QVERIFY(!ClientLauncher(folder.path()).launch({QHostAddress(QHostAddress::LocalHost), 1}, {}, {}));
    }

    void isFoundInTheBundleBesideThisOne()
    {
        const QTemporaryDir folder;
        const QString ours = folder.filePath(u"oneport-server.app/Contents/MacOS"_s);
        const QString theirs = folder.filePath(u"oneport-client.app/Contents/MacOS"_s);
        QVERIFY(QDir().mkpath(ours) && QDir().mkpath(theirs));
#ifdef Q_OS_WIN
        QSKIP("there are no bundles on Windows");
#endif
        QVERIFY(writeProgram(theirs + u"/oneport-client"_s, "#!/bin/sh\n"));
        QVERIFY(ClientLauncher(ours).isThere());
    }

    void startsTheClientWithHostPortFramingLanguageAndPlace_data()
    {
        QTest::addColumn<QPoint>("place");
        QTest::addColumn<QByteArray>("told");
        QTest::newRow("a place") << QPoint(700, 40) << QByteArray(" -qwindowgeometry +700+40");
        QTest::newRow("left of the first screen") << QPoint(-700, 40) << QByteArray();
    }

    void startsTheClientWithHostPortFramingLanguageAndPlace()
    {
#ifdef Q_OS_WIN
        QSKIP("the program of this test is a shell script");
#endif
        QFETCH(QPoint, place);
        QFETCH(QByteArray, told);
        const QTemporaryDir folder;
        const QString notes = folder.filePath(u"notes"_s);
        const QByteArray script = "#!/bin/sh\necho \"$@\" > '" + notes.toUtf8() + ".new' && mv '" + notes.toUtf8()
            + ".new' '" + notes.toUtf8() + "'\n";
        QVERIFY(writeProgram(folder.filePath(u"oneport-client"_s), script));
        QVERIFY(Language::apply(u"zh_CN"_s));
        const Endpoint listening{QHostAddress(QHostAddress::AnyIPv4), 8123};
        QVERIFY(ClientLauncher(folder.path()).launch(listening, {{Framing::Kind::Raw}, {}}, place));
        QTRY_VERIFY(QFile::exists(notes));
        QFile file(notes);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "127.0.0.1 8123 --framing raw --encoding UTF-8 --language zh_CN" + told + "\n");
    }
};

QTEST_GUILESS_MAIN(tst_ClientLauncher)
#include "tst_clientlauncher.moc"
