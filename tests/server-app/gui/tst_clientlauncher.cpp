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
        QVERIFY(!ClientLauncher(folder.path()).launch({QHostAddress(QHostAddress::LocalHost), 1}, {}));
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

    void startsTheClientWithHostPortFramingAndLanguage()
    {
#ifdef Q_OS_WIN
        QSKIP("the program of this test is a shell script");
#endif
        const QTemporaryDir folder;
        const QString told = folder.filePath(u"told"_s);
        const QByteArray script = "#!/bin/sh\necho \"$@\" > '" + told.toUtf8() + ".new' && mv '" + told.toUtf8()
            + ".new' '" + told.toUtf8() + "'\n";
        QVERIFY(writeProgram(folder.filePath(u"oneport-client"_s), script));
        QVERIFY(Language::apply(u"zh_CN"_s));
        QVERIFY(ClientLauncher(folder.path()).launch({QHostAddress(QHostAddress::AnyIPv4), 8123}, {{Framing::Kind::Raw}, {}}));
        QTRY_VERIFY(QFile::exists(told));
        QFile file(told);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "127.0.0.1 8123 --framing raw --encoding UTF-8 --language zh_CN\n");
    }
};

QTEST_GUILESS_MAIN(tst_ClientLauncher)
#include "tst_clientlauncher.moc"
