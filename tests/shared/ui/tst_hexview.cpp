#include "hexview.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray counting(int size)
{
    QByteArray bytes;
    for (int i = 0; i < size; ++i)
        bytes.append(char(i));
    return bytes;
}

/// More bytes than anybody wants in memory; counts what is asked for.
class CountedSource final : public ByteSource
{
public:
    qint64 size() const override { return qint64(256) * 1024 * 1024; }
    QByteArray read(qint64 offset, qint64 length) const override
    {
        asked += length;
        return QByteArray(qMin(length, size() - offset), 'x');
    }

    mutable qint64 asked = 0;
};

}

class TestHexView final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void keysMoveAndExtend_data();
    void keysMoveAndExtend();
    void aDragSelects();
    void aDragInTheTextColumnSelectsToo();
    void shiftAndAClickExtend();
    void aDoubleClickSelectsTheRow();
    void aClickBehindTheEndTakesTheLastByte();
    void rowsGrowShorterWhereThereIsNoRoom();
    void controlCCopiesHex();
    void otherFormsComeFromTheFormatter();
    void tooMuchIsNotCopied();
    void selectingByProgramIsSilent();
    void anotherSourceStartsAtItsTop();
    void noBytesAreNothingToSelect();
    void whatIsOutOfSightIsNeitherReadNorKept();
    void showsTheByteOfTheCursor();
    void theWindowsShortcutsLeaveItsKeysAlone();
    void isReadAloudByRows();

private:
    QPoint hexCentre(qint64 offset) const { return m_view->cellRect(offset).center(); }
    void drag(const QPoint &from, const QPoint &to)
    {
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
        QMouseEvent move(QEvent::MouseMove, to, m_view->viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_view->viewport(), &move);
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, to);
    }
    void setBytes(const QByteArray &bytes) { m_view->setSource(std::make_shared<ByteArraySource>(bytes)); }
    static QString clipboard() { return QGuiApplication::clipboard()->text(); }

    std::unique_ptr<HexView> m_view;
};

void TestHexView::init()
{
    m_view = std::make_unique<HexView>();
    setBytes(counting(100));
    m_view->resize(m_view->widthFor(HexGeometry::WideRow), m_view->sizeHint().height());
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    QCOMPARE(m_view->bytesPerRow(), HexGeometry::WideRow);
}

void TestHexView::keysMoveAndExtend_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<int>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<qint64>("start");
    QTest::addColumn<qint64>("length");

    const Qt::KeyboardModifiers none = Qt::NoModifier;
    const Qt::KeyboardModifiers shift = Qt::ShiftModifier;
    const Qt::KeyboardModifiers control = Qt::ControlModifier;
    QTest::newRow("right") << qint64(20) << int(Qt::Key_Right) << none << qint64(21) << qint64(1);
    QTest::newRow("left") << qint64(20) << int(Qt::Key_Left) << none << qint64(19) << qint64(1);
    QTest::newRow("left of the first") << qint64(0) << int(Qt::Key_Left) << none << qint64(0) << qint64(1);
    QTest::newRow("right of the last") << qint64(99) << int(Qt::Key_Right) << none << qint64(99) << qint64(1);
    QTest::newRow("down") << qint64(20) << int(Qt::Key_Down) << none << qint64(36) << qint64(1);
    QTest::newRow("up") << qint64(20) << int(Qt::Key_Up) << none << qint64(4) << qint64(1);
    QTest::newRow("up in the first row") << qint64(4) << int(Qt::Key_Up) << none << qint64(4) << qint64(1);
    QTest::newRow("down over a short row") << qint64(90) << int(Qt::Key_Down) << none << qint64(90) << qint64(1);
    QTest::newRow("page up, same column") << qint64(90) << int(Qt::Key_PageUp) << none << qint64(10) << qint64(1);
    QTest::newRow("page down, same column") << qint64(2) << int(Qt::Key_PageDown) << none << qint64(98) << qint64(1);
    QTest::newRow("home") << qint64(20) << int(Qt::Key_Home) << none << qint64(16) << qint64(1);
    QTest::newRow("end") << qint64(20) << int(Qt::Key_End) << none << qint64(31) << qint64(1);
    QTest::newRow("end of the last row") << qint64(97) << int(Qt::Key_End) << none << qint64(99) << qint64(1);
    QTest::newRow("first") << qint64(20) << int(Qt::Key_Home) << control << qint64(0) << qint64(1);
    QTest::newRow("last") << qint64(20) << int(Qt::Key_End) << control << qint64(99) << qint64(1);
    QTest::newRow("extend right") << qint64(20) << int(Qt::Key_Right) << shift << qint64(20) << qint64(2);
    QTest::newRow("extend left") << qint64(20) << int(Qt::Key_Left) << shift << qint64(19) << qint64(2);
    QTest::newRow("extend down") << qint64(20) << int(Qt::Key_Down) << shift << qint64(20) << qint64(17);
    QTest::newRow("to the last") << qint64(20) << int(Qt::Key_End) << (shift | control) << qint64(20) << qint64(80);
    QTest::newRow("all") << qint64(20) << int(Qt::Key_A) << control << qint64(0) << qint64(100);
}

void TestHexView::keysMoveAndExtend()
{
    QFETCH(qint64, from);
    QFETCH(int, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    QFETCH(qint64, start);
    QFETCH(qint64, length);
    m_view->select({from, 1});
    QSignalSpy changed(m_view.get(), &HexView::selectionChanged);
    QTest::keyClick(m_view.get(), Qt::Key(key), modifiers);
    QCOMPARE(m_view->selection(), (ByteRange{start, length}));
    QCOMPARE(changed.count(), 1);
}

void TestHexView::aDragSelects()
{
    QSignalSpy changed(m_view.get(), &HexView::selectionChanged);
    drag(hexCentre(5), hexCentre(34));
    QCOMPARE(m_view->selection(), (ByteRange{5, 30}));
    QCOMPARE(changed.last().first().value<ByteRange>(), (ByteRange{5, 30}));
    drag(hexCentre(34), hexCentre(5));
    QCOMPARE(m_view->selection(), (ByteRange{5, 30}));
    QCOMPARE(m_view->cursor(), 5);
}

void TestHexView::aDragInTheTextColumnSelectsToo()
{
    const HexGeometry geometry = HexGeometry::of(m_view->fontMetrics(), m_view->size(), m_view->bytesPerRow());
    const QPoint third = geometry.textCell(3, 0).center();
    const QPoint belowTheFirst = geometry.textCell(0, geometry.rowHeight).center();
    drag(third, belowTheFirst);
    QCOMPARE(m_view->selection(), (ByteRange{3, 14}));
}

void TestHexView::shiftAndAClickExtend()
{
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, hexCentre(8));
    QCOMPARE(m_view->selection(), (ByteRange{8, 1}));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, hexCentre(20));
    QCOMPARE(m_view->selection(), (ByteRange{8, 13}));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, hexCentre(2));
    QCOMPARE(m_view->selection(), (ByteRange{2, 7}));
}

void TestHexView::aDoubleClickSelectsTheRow()
{
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, hexCentre(20));
    QCOMPARE(m_view->selection(), (ByteRange{16, 16}));
    QTest::mouseMove(m_view->viewport(), hexCentre(24));
    QCOMPARE(m_view->selection(), (ByteRange{16, 16}));
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, hexCentre(98));
    QCOMPARE(m_view->selection(), (ByteRange{96, 4}));
}

void TestHexView::aClickBehindTheEndTakesTheLastByte()
{
    const QPoint corner = m_view->viewport()->rect().bottomRight();
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, corner);
    QCOMPARE(m_view->selection(), (ByteRange{99, 1}));
}

void TestHexView::rowsGrowShorterWhereThereIsNoRoom()
{
    m_view->resize(m_view->widthFor(HexGeometry::WideRow) - 5, 200);
    QCOMPARE(m_view->bytesPerRow(), HexGeometry::NarrowRow);
    QVERIFY(m_view->horizontalScrollBar()->maximum() == 0);
    m_view->select({20, 1});
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->cursor(), 28);
    m_view->setMinimumWidth(1);
    m_view->resize(100, 200);
    QVERIFY(m_view->horizontalScrollBar()->maximum() > 0);
}

void TestHexView::controlCCopiesHex()
{
    setBytes("hello\xFF\n"_ba);
    m_view->select({4, 3});
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(clipboard(), u"6F FF 0A"_s);
}

void TestHexView::otherFormsComeFromTheFormatter()
{
    const auto describe = [](CopyForm form, const QByteArray &bytes, qint64 offset) {
        return u"%1 %2 %3"_s.arg(int(form)).arg(QString::fromLatin1(bytes)).arg(offset);
    };
    m_view->copier().setFormatter(describe, {CopyForm::HexDump});
    QCOMPARE(m_view->copier().forms(), (QList{CopyForm::Hex, CopyForm::HexDump}));
    m_view->select({0x41, 3});
    m_view->copyAs(CopyForm::HexDump);
    QCOMPARE(clipboard(), u"%1 ABC 65"_s.arg(int(CopyForm::HexDump)));
    m_view->copyAs(CopyForm::Hex);
    QCOMPARE(clipboard(), u"41 42 43"_s);
}

void TestHexView::tooMuchIsNotCopied()
{
    const auto source = std::make_shared<CountedSource>();
    m_view->setSource(source);
    QGuiApplication::clipboard()->setText(u"before"_s);
    QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(clipboard(), u"before"_s);
    QVERIFY(source->asked < ByteCopier::MaxBytes);
}

void TestHexView::selectingByProgramIsSilent()
{
    QSignalSpy changed(m_view.get(), &HexView::selectionChanged);
    m_view->select({10, 5});
    QCOMPARE(m_view->selection(), (ByteRange{10, 5}));
    QCOMPARE(m_view->cursor(), 14);
    m_view->select({90, 50});
    QCOMPARE(m_view->selection(), (ByteRange{90, 10}));
    m_view->select({7, 0});
    QCOMPARE(m_view->selection(), (ByteRange{7, 0}));
    QVERIFY(m_view->selectionText().isEmpty());
    QVERIFY(changed.isEmpty());
}

void TestHexView::anotherSourceStartsAtItsTop()
{
    setBytes(counting(5000));
    QTest::keyClick(m_view.get(), Qt::Key_End, Qt::ControlModifier);
    QVERIFY(m_view->verticalScrollBar()->value() > 0);
    setBytes(counting(4000));
    QCOMPARE(m_view->verticalScrollBar()->value(), 0);
    QCOMPARE(m_view->cursor(), 0);
    QVERIFY(m_view->selection().isEmpty());
}

void TestHexView::noBytesAreNothingToSelect()
{
    for (const bool isNull : {false, true}) {
        if (isNull)
            m_view->setSource({});
        else
            setBytes({});
        QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {50, 5});
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, {50, 5});
        m_view->grab();
        QVERIFY(m_view->selection().isEmpty());
        QVERIFY(m_view->cursorRowText().isEmpty());
    }
}

void TestHexView::whatIsOutOfSightIsNeitherReadNorKept()
{
    const auto source = std::make_shared<CountedSource>();
    m_view->setSource(source);
    const int rows = m_view->viewport()->height() / m_view->cellRect(0).height() + 2;
    const auto paints = [&] {
        source->asked = 0;
        m_view->grab();
        return source->asked;
    };
    QVERIFY(paints() > 0);
    QVERIFY(paints() <= rows * HexGeometry::WideRow);
    QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
    QVERIFY(paints() <= rows * HexGeometry::WideRow);
    QTest::keyClick(m_view.get(), Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(m_view->cursor(), source->size() - 1);
    QVERIFY(paints() <= rows * HexGeometry::WideRow);
}

void TestHexView::showsTheByteOfTheCursor()
{
    setBytes(counting(5000));
    const QRect sight = m_view->viewport()->rect();
    const auto isInSight = [this, sight](qint64 offset) { return sight.contains(m_view->cellRect(offset)); };
    QVERIFY(!isInSight(4999));
    QTest::keyClick(m_view.get(), Qt::Key_End, Qt::ControlModifier);
    QVERIFY(isInSight(4999));
    QVERIFY(!isInSight(0));
    m_view->select({1000, 2});
    QVERIFY(isInSight(1000));
}

void TestHexView::theWindowsShortcutsLeaveItsKeysAlone()
{
    for (const Qt::Key key : {Qt::Key_C, Qt::Key_A}) {
        QKeyEvent event(QEvent::ShortcutOverride, key, Qt::ControlModifier);
        event.ignore();
        QCoreApplication::sendEvent(m_view.get(), &event);
        QVERIFY(event.isAccepted());
    }
    QKeyEvent other(QEvent::ShortcutOverride, Qt::Key_F, Qt::ControlModifier);
    other.ignore();
    QCoreApplication::sendEvent(m_view.get(), &other);
    QVERIFY(!other.isAccepted());
}

void TestHexView::isReadAloudByRows()
{
    setBytes("0123456789abcdefhello\n\xFF"_ba);
    m_view->select({16, 5});
    QAccessibleInterface *read = QAccessible::queryAccessibleInterface(m_view.get());
    QCOMPARE(read->text(QAccessible::Name), u"Hex"_s);
    QCOMPARE(read->text(QAccessible::Value), u"0010  68 65 6C 6C 6F 0A FF  hello··"_s);
    QCOMPARE(read->text(QAccessible::Description), u"5 byte(s) from 0x0010"_s);
    QVERIFY(read->state().focusable);
}

QTEST_MAIN(TestHexView)
#include "tst_hexview.moc"
