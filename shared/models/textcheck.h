#pragma once

#include "backgroundjob.h"
#include "encoding.h"
#include "messagerow.h"

#include <QCache>

#include <memory>

class TrafficStore;

/// Finds out whether long messages are text. All of the bytes are looked at, which takes long, so it is done in a thread of
/// a pool, a message after the other, those asked for last first. Lives in the GUI thread; messages go by the numbers of
/// their rows.
class TextCheck final : public QObject
{
    Q_OBJECT
public:
    static constexpr int Remembered = 512; ///< answers
    static constexpr int Waiting = 64;     ///< messages: more rows than that are seldom in sight

    explicit TextCheck(QObject *parent = nullptr);

    /// Forgets all: from now on messages are in this store.
    void setStore(std::shared_ptr<const TrafficStore> store);

    /// Whether it is text, as far as that is known: a message that was not looked at counts as text, and will be. Where
    /// more than Waiting wait, those that were asked for first are forgotten, until they are asked for again.
    bool isText(quint64 number, const MessageRow &row, const Encoding &encoding);

Q_SIGNALS:
    void foundBroken(quint64 number); ///< it is not text, after all

private:
    struct Question
    {
        quint64 number = 0;
        MessageRow row;
        Encoding encoding;
        std::shared_ptr<const TrafficStore> store;
    };
    using Answer = std::shared_ptr<bool>;

    void lookAtNext();
    void onLookedAt();

    std::shared_ptr<const TrafficStore> m_store;
    QCache<quint64, bool> m_known;
    QList<Question> m_waiting;
    Question m_inHand;
    Answer m_answer;
    BackgroundJob m_job; // goes first
};
