#pragma once

#include "banner.h"
#include "sessionsockets.h"
#include "transcriptmodel.h"

#include <QMainWindow>

class FramingBox;
class HelpActions;
class EncodingBox;
class NamedComboBox;
class ProblemLabel;
class QLabel;
class TranscriptBrowser;

/// A session that was saved, or that a crash left behind, to read: all rows, or those of one socket, with a choice of framing
/// and encoding for what is shown. At first these are what they were when it was saved. Goes by itself when it is closed. GUI
/// thread.
class SessionWindow final : public QMainWindow
{
    Q_OBJECT
public:
    static constexpr qsizetype MaxListed = 10'000; ///< sockets to choose from

    SessionWindow(std::shared_ptr<TrafficStore> store, const QString &path, QWidget *parent = nullptr);
    ~SessionWindow() override;

    const TranscriptModel &transcript() const { return m_transcript; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void makeMenus();
    void findSockets();
    void listSockets();
    void chooseSocket();
    std::optional<SocketId> chosenSocket() const;
    void showInterpretation();
    void interpret();
    void takeBack();
    QString titleText() const;
    void tellTorn();
    void tellUnreadable();
    void alsoTell(const QString &sentence, Banner::Tone tone = Banner::Tone::Problem);
    void retranslate();

    const QString m_path;
    TranscriptRows m_rows;
    TranscriptModel m_transcript;
    std::shared_ptr<QList<SessionSocket>> m_sockets;
    Banner *m_banner;
    NamedComboBox *m_socket;
    FramingBox *m_framing;
    EncodingBox *m_encoding;
    ProblemLabel *m_problem;
    QLabel *m_socketLabel;
    QLabel *m_framingLabel;
    QLabel *m_encodingLabel;
    TranscriptBrowser *m_browser;
    QMenu *m_file;
    QMenu *m_edit;
    QMenu *m_view;
    QMenu *m_help;
    QAction *m_close;
    QAction *m_helpPage;
    HelpActions *m_helpActions;
    QTimer m_watch; // over what can be read
    BackgroundJob m_finding; // last: it ends before the rest goes
};
