#pragma once

#include "backgroundjob.h"
#include "conversationprogram.h"

#include <QMenu>

#include <functional>
#include <memory>
#include <optional>

class Banner;
class ProgressLine;

/// Puts a conversation on the clipboard as a program that has it once more: in which language, as which side. What
/// takes long is done in the background. GUI thread.
class ConversationMenu final : public QMenu
{
    Q_OBJECT
public:
    /// Whose conversation it would be now; none, or the listening socket: there is nothing to copy.
    using Selected = std::function<std::optional<SocketId>()>;

    /// How far it is goes to `progress`, what came of it to `banner`.
    ConversationMenu(std::shared_ptr<const TrafficStore> store, const Selected &selected, ProgressLine *progress,
                     Banner *banner, QWidget *parent);
    ~ConversationMenu() override;

    /// Puts this menu into another one; each time that is shown, this is for what is selected then.
    void addTo(QMenu *menu);
    void copy(ProgramLanguage language, bool asClient);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Outcome;

    void select();
    void addChoice(const QString &name, ProgramLanguage language, bool asClient);
    void onFinished();
    void retranslate();

    const std::shared_ptr<const TrafficStore> m_store;
    const Selected m_selected;
    ProgressLine *m_progress;
    Banner *m_banner;
    std::optional<SocketId> m_socket;
    std::shared_ptr<Outcome> m_outcome;
    BackgroundJob m_job; // last: it ends before the rest goes
};
