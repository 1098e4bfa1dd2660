#pragma once

#include "socketid.h"

#include <QList>
#include <QWidget>

class QRadioButton;
class QuietLabel;
class TranscriptModel;
class TranscriptBrowser;

/// The transcript, and whether it shows all sockets or those that are selected in the table.
class TranscriptPane final : public QWidget
{
    Q_OBJECT
public:
    explicit TranscriptPane(TranscriptModel *transcript, QWidget *parent = nullptr);

    TranscriptBrowser *browser() const { return m_browser; }
    /// Narrows the transcript to these; none: shows all.
    void setSelected(const QList<SocketId> &ids);
    bool isNarrowed() const { return m_narrowed; }

public Q_SLOTS:
    void showAll();

protected:
    void changeEvent(QEvent *event) override;

private:
    QRadioButton *makeChoice(const QString &name);
    void narrow(bool narrowed);
    void retranslate();
    QString scopeText() const;

    QRadioButton *m_all; // in the order of the Tab key
    QRadioButton *m_selected;
    QuietLabel *m_scope;
    TranscriptBrowser *m_browser;
    QList<SocketId> m_ids;
    bool m_narrowed = false;
};
