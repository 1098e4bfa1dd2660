// A server as one writes it with QTcpServer alone, in one thread: what ours is held against.
// usage: oneport-bench-qtcpserver PORT echo|sink|broadcast

#include "sockets.h"

#include <QCoreApplication>
#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace {

class BareServer final : public QTcpServer
{
    Q_OBJECT
public:
    explicit BareServer(const QString &work)
        : m_work(work)
    {
        setProxy(QNetworkProxy::NoProxy);
        setListenBacklogSize(Backlog);
        connect(this, &QTcpServer::newConnection, this, &BareServer::takeNew);
    }

private:
    static constexpr int Backlog = 4096;

    void takeNew()
    {
        while (QTcpSocket *client = nextPendingConnection()) {
            client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            m_clients.append(client);
            connect(client, &QTcpSocket::readyRead, this, [this, client] { take(client); });
            connect(client, &QTcpSocket::disconnected, this, [this, client] {
                m_clients.removeOne(client);
                client->deleteLater();
            });
        }
    }

    void take(QTcpSocket *client)
    {
        const QByteArray bytes = client->readAll();
        if (m_work == u"echo")
            client->write(bytes);
        if (m_work != u"broadcast")
            return;
        for (QTcpSocket *other : std::as_const(m_clients)) {
            if (other != client)
                other->write(bytes);
        }
    }

    const QString m_work;
    QList<QTcpSocket *> m_clients;
};

}

int main(int argc, char **argv)
{
    raiseDescriptorLimit();
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3 || !QStringList{u"echo"_s, u"sink"_s, u"broadcast"_s}.contains(arguments[2])) {
        std::fputs("usage: oneport-bench-qtcpserver PORT echo|sink|broadcast\n", stderr);
        return 2;
    }
    BareServer server(arguments[2]);
    if (server.listen(QHostAddress::LocalHost, quint16(numberArgument(argv[1], 1, 65535))))
        return QCoreApplication::exec();
    std::fprintf(stderr, "listen: %s\n", qUtf8Printable(server.errorString()));
    return 1;
}

#include "qtcpserver.moc"
