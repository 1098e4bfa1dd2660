#pragma once

#include "batch.h"

#include <QAbstractListModel>
#include <QHash>

/// What became of the latest send, one row per target: queued, sent, or failed and why.
class OutcomeModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole, StateRole };
    struct Counts
    {
        qsizetype queued = 0;
        qsizetype sent = 0;
        qsizetype failed = 0;

        qsizetype targets() const { return queued + sent + failed; }
    };

    explicit OutcomeModel(QObject *parent = nullptr);

    /// A new send takes the place of the one before.
    void begin(quint64 ticket);
    /// What still comes of the latest send is not listed.
    void clear();
    void apply(const QList<SendOutcome> &outcomes);
    void retranslate();

    const Counts &counts() const { return m_counts; }
    /// The first targets that did not get everything yet: at most this many.
    QList<SendOutcome> unfinished(qsizetype most) const;

    /// "queued", "sent", "failed: the peer closed".
    static QString stateText(const SendOutcome &outcome);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void countsChanged();

private:
    qsizetype &counter(SendOutcome::State state);
    void append(const QList<SendOutcome> &outcomes);

    static constexpr quint64 NoTicket = 0;

    quint64 m_ticket = NoTicket;
    QList<SendOutcome> m_rows;
    QHash<SocketId, int> m_rowOf;
    Counts m_counts;
};
