#include "picturefile.h"
#include "picturefixture.h"

#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace PictureFixture;

class tst_PictureFile final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString path(const QString &name) const { return m_folder.filePath(name); }

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void anImageHoldsAPictureOnWhite()
    {
        const QString file = path(u"four.png"_s);
        QCOMPARE(PictureFile::save(pictureOf(sockets(4)), QFont(), file), QString());
        const QImage image(file);
        QVERIFY(image.width() > 800);
        QCOMPARE(image.pixelColor(0, 0), QColor(Qt::white));
        int dark = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                dark += qGray(image.pixel(x, y)) < 100 ? 1 : 0;
        }
        QVERIFY(dark > 5000);
    }

    void theWholePictureIsInTheImage()
    {
        QCOMPARE(PictureFile::save(pictureOf(sockets(4)), QFont(), path(u"few.png"_s)), QString());
        QCOMPARE(PictureFile::save(pictureOf(sockets(40)), QFont(), path(u"many.png"_s)), QString());
        QVERIFY(QImage(path(u"many.png"_s)).height() > 5 * QImage(path(u"few.png"_s)).height());
    }

    void aDocumentHoldsAPageWithText()
    {
        const QString file = path(u"Four.PDF"_s);
        QCOMPARE(PictureFile::save(pictureOf(sockets(4)), QFont(), file), QString());
        const QByteArray content = contentOf(file);
        QVERIFY(content.startsWith("%PDF-"));
        QVERIFY(content.contains("/Type /Page"));
        QVERIFY(content.contains("/FontFile"));
        QVERIFY(content.size() > 5000);
    }

    void whatClosedIsNotFaded()
    {
        Picture open = pictureOf(sockets(1));
        open.rows.first().closedAt = 1; // long ago
        QCOMPARE(PictureFile::save(open, QFont(), path(u"then.png"_s)), QString());
        open.rows.first().closedAt = 0;
        QCOMPARE(PictureFile::save(open, QFont(), path(u"now.png"_s)), QString());
        QCOMPARE(QImage(path(u"then.png"_s)), QImage(path(u"now.png"_s)));
    }

    void whatCanNotBeWrittenIsTold()
    {
        QVERIFY(!PictureFile::save(pictureOf({}), QFont(), path(u"no/such/folder.png"_s)).isEmpty());
    }
};

QTEST_MAIN(tst_PictureFile)
#include "tst_picturefile.moc"
