#include "serverdemo.h"

#include "serverwindow.h"
#include "standardoutput.h"
#include "transcriptmodel.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ServerDemo::ServerDemo(ServerWindow &window, const QString &folder)
    : QObject(&window)
    , m_window(window)
    , m_folder(folder)
{
    window.resize(1240, 720);
    connect(&m_look, &QTimer::timeout, this, &ServerDemo::look);
    m_look.start(100ms);
    QTimer::singleShot(Patience, this, [this] {
        StandardOutput::notice(tr("The demonstration did not finish in time."));
        end(1);
    });
}

void ServerDemo::look()
{
    const Endpoint &endpoint = m_window.listeningEndpoint();
    if (!m_endpointTold && endpoint.isKnown())
        m_endpointTold = m_folder.saveText(endpoint.toString() + u'\n', u"server.endpoint"_s);
    if (!m_pictureTaken && haveAllTalked())
        m_pictureTaken = m_folder.saveWindow(m_window, u"server.png"_s);
    if (m_pictureTaken && haveAllLeft()) {
        const TranscriptModel &transcript = m_window.transcript();
        const QString text = transcript.copyText(0, transcript.rowCount() - 1, true);
        end(m_folder.saveText(text + u'\n', u"transcript.txt"_s) ? 0 : 1);
    }
}

/// Each client's greeting has come in and gone out to each of the others.
bool ServerDemo::haveAllTalked() const
{
    const TranscriptModel &transcript = m_window.transcript();
    int sent = 0;
    for (int row = 0; row < transcript.rowCount(); ++row) {
        const auto record = transcript.recordAt(row);
        sent += record && record->kind == Record::Kind::Sent ? 1 : 0;
    }
    return sent >= Clients * (Clients - 1);
}

bool ServerDemo::haveAllLeft() const
{
    const TranscriptModel &transcript = m_window.transcript();
    int left = 0;
    for (int row = 0; row < transcript.rowCount(); ++row) {
        const auto record = transcript.recordAt(row);
        left += record && record->kind == Record::Kind::Closed ? 1 : 0;
    }
    return left >= Clients;
}

void ServerDemo::end(int status)
{
    m_look.stop();
    QCoreApplication::exit(status);
}
