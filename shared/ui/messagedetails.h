#pragma once

#include "hexview.h"
#include "messagefacts.h"
#include "textmap.h"

#include <QWidget>

#include <array>

class ByteText;
class ElidedLabel;
class QLabel;
class QSplitter;
class QStackedLayout;

/// One message: a line of facts, and below it the text beside the bytes. What is selected in one is marked in the
/// other. Side by side where there is room, else one above the other. Takes values only. GUI thread.
class MessageDetails final : public QWidget
{
    Q_OBJECT
public:
    explicit MessageDetails(QWidget *parent = nullptr);

    /// Shows this one from its start. Setting the same bytes again, with other facts, keeps the selection.
    void setMessage(const MessageFacts &facts, const QByteArray &bytes);
    /// The message that is shown, as it is now: what is selected and in sight stays where more came behind it.
    void extendMessage(const MessageFacts &facts, const QByteArray &bytes);
    /// For bytes that are not in memory.
    void setMessage(const MessageFacts &facts, std::shared_ptr<const ByteSource> source);
    /// How the text is decoded; UTF-8 until it is set. Shows the text anew.
    void setDecoder(const CharacterDecoder &decoder);
    /// The forms beside hex and text that bytes can be copied in, and what makes them.
    void setCopyFormatter(const CopyFormatter &formatter, const QList<CopyForm> &forms);

    int roomyWidth() const;  ///< at which sixteen bytes fit on a line, whatever stands above them; pixels
    int roomyHeight() const; ///< at which some lines of text and some of bytes can be read, at the present width

    /// How text and hex share the room. Opaque; empty while nobody has changed it.
    QByteArray saveState() const;
    bool restoreState(const QByteArray &state);

public Q_SLOTS:
    void clear();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectParts();
    void retranslate();
    void updateColors();
    void showSource(std::shared_ptr<const ByteSource> source);
    void updateFacts();
    void updateSelected();
    bool isRoomBeside() const;
    void shareRoom();
    int textRoom(int room) const;
    void onSplitterMoved();

    std::optional<MessageFacts> m_facts; // nothing: no message
    QByteArray m_bytes;                // where they came as an array
    CopyFormatter m_formatter;
    QStackedLayout *m_pages;
    QLabel *m_empty;
    ElidedLabel *m_factsLine;
    ElidedLabel *m_selected;
    QSplitter *m_splitter;
    ByteText *m_text;
    HexView *m_hex;
    std::array<int, 2> m_textShare{}; // per mille, by Qt::Orientation; 0: not chosen by the user
};
