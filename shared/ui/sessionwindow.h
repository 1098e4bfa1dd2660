#pragma once

#include "transcriptmodel.h"

#include <QMainWindow>

class Banner;
class FramingBox;
class EncodingBox;
class QLabel;
class TranscriptBrowser;

/// A session that was saved, or that a crash left behind, to read: all rows, with a choice of framing and encoding. Goes by
/// itself when it is closed. GUI thread.
class SessionWindow final : public QMainWindow
{
    Q_OBJECT
public:
    SessionWindow(std::shared_ptr<TrafficStore> store, const QString &path, QWidget *parent = nullptr);
    ~SessionWindow() override;

    const TranscriptModel &transcript() const { return m_transcript; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeMenus();
    void interpret();
    QString titleText() const;
    void tellTorn();
    void retranslate();

    const QString m_path;
    TranscriptRows m_rows;
    TranscriptModel m_transcript;
    Banner *m_banner;
    FramingBox *m_framing;
    EncodingBox *m_encoding;
    QLabel *m_framingLabel;
    QLabel *m_encodingLabel;
    TranscriptBrowser *m_browser;
    QMenu *m_file;
    QMenu *m_edit;
    QMenu *m_view;
    QAction *m_close;
};
