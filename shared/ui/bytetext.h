#pragma once

#include "controlnames.h"
#include "pagedtext.h"

#include <QHash>
#include <QWidget>

class ElidedLabel;
class QPlainTextEdit;
class QToolButton;

/// The text of bytes, to read, select and copy from; control characters are named. Long ones come in pages, and a line
/// says which bytes are shown. Knows which bytes each character was made of. GUI thread.
class ByteText final : public QWidget
{
    Q_OBJECT
public:
    explicit ByteText(QWidget *parent = nullptr);

    void setSource(std::shared_ptr<const ByteSource> source);
    /// The same bytes, and more behind them: what is selected and in sight stays.
    void extend(std::shared_ptr<const ByteSource> source);
    void setDecoder(const CharacterDecoder &decoder);
    /// The text of these bytes as it is copied: control characters as pictures, line breaks as they are.
    QString textToCopy(const QByteArray &bytes) const;

    qint64 page() const { return m_page; }
    int widthFor(int characters) const; ///< pixels

public Q_SLOTS:
    /// Selects the characters that these bytes are part of, and turns to the page of `cursor`. Does not emit.
    void mark(const ByteRange &bytes, qint64 cursor);
    void showPage(qint64 page);

Q_SIGNALS:
    void selectionChanged(const ByteRange &bytes); ///< by the user; empty: the place of the cursor

protected:
    void changeEvent(QEvent *event) override;

private:
    class Edit;

    QToolButton *addButton(const QString &name, Qt::ArrowType arrow, int step);
    void reload();
    void rebuild();
    void recolour();
    void appendCharacter(QStringView character, qint64 bytes);
    void appendFormat(const QTextLayout::FormatRange &format);
    const NamedText &markOf(QStringView character);
    void applyFormats();
    void retranslate();
    void select(int anchor, int position); // UTF-16 units
    void onMoved();
    void updatePaging();
    QString selectedText() const;

    std::shared_ptr<const ByteSource> m_source;
    CharacterDecoder m_decoder;
    PagedText m_text;
    TextMap m_shown; // what is in the edit
    QList<QTextLayout::FormatRange> m_formats;
    QHash<QChar, NamedText> m_marks; // what stands for a control character, made once for a page
    qint64 m_page = 0;
    Edit *m_edit;
    QWidget *m_paging;
    ElidedLabel *m_range;
    QToolButton *m_previous;
    QToolButton *m_next;
    bool m_placing = false; // it is we who move the cursor
};
