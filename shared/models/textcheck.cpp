#include "textcheck.h"

#include "messagereader.h"
#include "messagetext.h"

#include <algorithm>
#include <utility>

TextCheck::TextCheck(QObject *parent)
    : QObject(parent)
    , m_known(Remembered)
{
    connect(&m_job, &BackgroundJob::finished, this, &TextCheck::onLookedAt);
}

void TextCheck::setStore(std::shared_ptr<const TrafficStore> store)
{
    m_store = std::move(store);
    m_known.clear();
    m_waiting.clear();
    m_inHand = {};
    m_answer.reset(); // what is being looked at is of no use any more
}

bool TextCheck::isText(quint64 number, const MessageRow &row, const Encoding &encoding)
{
    if (const bool *known = m_known.object(number))
        return *known;
    const auto isIt = [number](const Question &question) { return question.number == number; };
    const bool isInHand = m_answer && isIt(m_inHand);
    if (isInHand || std::any_of(m_waiting.cbegin(), m_waiting.cend(), isIt))
        return true;
    if (m_waiting.size() == Waiting)
        m_waiting.removeFirst();
    m_waiting.append({number, row, encoding, m_store});
    lookAtNext();
    return true;
}

void TextCheck::lookAtNext()
{
    if (m_waiting.isEmpty() || m_job.isRunning())
        return;
    m_inHand = m_waiting.takeLast();
    m_answer = std::make_shared<bool>(true);
    m_job.start([question = m_inHand, answer = m_answer](BackgroundJob::Control &) {
        *answer = isValidIn(question.encoding, MessageReader(question.store).message(question.row));
    });
}

void TextCheck::onLookedAt()
{
    const Answer answer = std::exchange(m_answer, {});
    const quint64 number = m_inHand.number;
    m_inHand = {};
    lookAtNext();
    if (!answer)
        return;
    m_known.insert(number, new bool(*answer));
    if (!*answer)
        Q_EMIT foundBroken(number);
}
