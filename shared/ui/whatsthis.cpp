#include "whatsthis.h"

#include <QAction>
#include <QCoreApplication>
#include <QHash>
#include <QMenu>
#include <QToolButton>
#include <QWidget>

#include <array>

using namespace Qt::StringLiterals;

static constexpr std::array Common{
    Explanation{"message"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "Write a message here. Enter sends it, Shift+Enter starts a new "
                                  "line, Up and Down walk through what was sent before.")},
    Explanation{"send"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "Sends the message. While nothing can be sent, its tool tip says "
                                  "why.")},
    Explanation{"inputForm"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "How what you type stands for bytes: text, text with the escapes "
                                  "of C or of Packet Sender, or hex.")},
    Explanation{"lineEnding"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "Which bytes are sent behind the message: what the framing adds, "
                                  "or a line ending of your choice in its place.")},
    Explanation{"preview"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "The bytes that will go out. What is wrong with what you typed is "
                                  "said here, and is not sent.")},
    Explanation{"outcome"_L1, QT_TRANSLATE_NOOP("WhatsThis", "What became of the message that was sent last.")},
    Explanation{"transcript"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "What was received (RX) and sent (TX), a message in each row, and "
                                  "what happened to the sockets. It follows the newest row until "
                                  "you scroll up; End follows it again.")},
    Explanation{"newRows"_L1,
                QT_TRANSLATE_NOOP("WhatsThis", "There are new rows below. Press it to follow them again.")},
    Explanation{"transcriptShow"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Takes away what hides the rows.")},
    Explanation{"findText"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "What to find in the transcript: text, a regular expression or "
                                  "hex bytes. Enter goes to the next match, Shift+Enter to the one "
                                  "before.")},
    Explanation{"findPrevious"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Goes to the match before.")},
    Explanation{"findNext"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Goes to the next match.")},
    Explanation{"findResult"_L1, QT_TRANSLATE_NOOP("WhatsThis", "How many matches there are, and which one this is.")},
    Explanation{"findClose"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Closes the find bar. Esc does the same.")},
    Explanation{"filterText"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "Only rows with this in them are shown: text, a regular "
                                  "expression or hex bytes.")},
    Explanation{"filterReceived"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Shows what was received.")},
    Explanation{"filterSent"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Shows what was sent.")},
    Explanation{"filterEvents"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "Which events are shown among the messages: connects, closes, "
                                  "errors and others.")},
    Explanation{"filterCount"_L1, QT_TRANSLATE_NOOP("WhatsThis", "How many rows are shown, and of how many.")},
    Explanation{"filterClose"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Closes the filter: all rows are shown.")},
    Explanation{"searchKind"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "What is typed beside it: text, a regular expression or hex "
                                  "bytes.")},
    Explanation{"matchCase"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Whether capital and small letters differ.")},
    Explanation{"messageText"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "The message as text. What is selected here is selected in its "
                                  "bytes too.")},
    Explanation{"hexView"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "The bytes of the message: where each line starts, sixteen bytes "
                                  "in hex, and the same as characters. What is selected here is "
                                  "selected in the text too.")},
    Explanation{"calls"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "The calls that each action stands for, with their values and "
                                  "results. Qt makes the real calls, but for most recv and send; "
                                  "the counts and values are our own.")},
    Explanation{"callMeaning"_L1, QT_TRANSLATE_NOOP("WhatsThis", "What the selected call does.")},
    Explanation{"timeLine"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "Every change of the socket’s state since it was made, and how it "
                                  "ended.")},
    Explanation{"inspector"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "What the selected socket wraps: its two ends, its protocol, its "
                                  "buffers, its state and its operations. What this system can’t "
                                  "tell is left out.")},
    Explanation{"rttPlot"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "The round trip time over the last seconds, as the system "
                                  "measures it.")},
    Explanation{"bannerClose"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Takes the message away. Nothing else changes.")},
    Explanation{"allSockets"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Shows the rows of all sockets again.")},
    Explanation{"cancelWork"_L1,
                QT_TRANSLATE_NOOP("WhatsThis", "Gives up what is being done. Nothing half done stays.")},
    Explanation{"filePause"_L1,
                QT_TRANSLATE_NOOP("WhatsThis", "Pauses the file that is being sent, and goes on with it.")},
    Explanation{"fileEnd"_L1,
                QT_TRANSLATE_NOOP("WhatsThis", "Gives up sending the file, or closes this bar when it is done.")},
    Explanation{"fileRate"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "How fast the file is sent: as fast as the peer reads, or at most "
                                  "so many bytes each second.")},
    Explanation{"export"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "Writes the rows that are shown to a file: text, CSV, JSON lines, "
                                  "hex dump, or only the bytes.")},
    Explanation{"filter"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "Shows only the rows with a text, a regular expression or hex "
                                  "bytes in them.")},
    Explanation{"showDetails"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "Shows the text of the selected message beside its bytes, and in "
                                  "which reads it came.")},
    Explanation{"showCalls"_L1,
                QT_TRANSLATE_NOOP("WhatsThis", "Shows the calls that stand behind what happened, in order.")},
    Explanation{"showCleared"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Shows the rows again that Clear view hid.")},
    Explanation{"onlySocket"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Shows only the rows of the socket of this row.")},
    Explanation{"copy"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Copies the selected rows as text.")},
    Explanation{"copyWithTimes"_L1,
                QT_TRANSLATE_NOOP("WhatsThis", "Copies the selected rows as text, with their times.")},
    Explanation{"selectAll"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Selects all rows that are shown.")},
    Explanation{"find"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "Looks for text, a regular expression or hex bytes, and goes from "
                                  "one match to the next.")},
    Explanation{"clear"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "Hides the rows that are shown. They are kept, and can be shown "
                                  "again.")},
    Explanation{"openSession"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Opens a saved session in a window of its own.")},
    Explanation{"crashedSessions"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "Sessions that were not saved because the program ended "
                                  "unexpectedly.")},
    Explanation{"saveSession"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "Writes all that was received and sent, and what happened, to one "
                                  "file.")},
    Explanation{"diskLimit"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "How much room on the disk what goes over the sockets may take. "
                                  "Past it, the oldest goes.")},
    Explanation{"copyConversation"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "Copies a program that does what was done on the selected socket, "
                                  "to run it.")},
    Explanation{"copyBytes"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Copies the bytes of the selected rows in this form.")},
    Explanation{"timeStamps"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "What stands before each row: the time of day, the time since the "
                                  "first row, or since the row before.")},
    Explanation{"encodingMenu"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "What characters the bytes are. All that came before is shown by "
                                  "it too.")},
    Explanation{"languageMenu"_L1, QT_TRANSLATE_NOOP("WhatsThis", "The language of this program. It changes at once.")},
    Explanation{"inspectorDock"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "What the selected socket wraps. It can stand on either side of "
                                  "the window, or in a window of its own.")},
    Explanation{"previousPage"_L1,
                QT_TRANSLATE_NOOP("WhatsThis", "Goes to the part before. A long message is shown in parts.")},
    Explanation{"nextPage"_L1,
                QT_TRANSLATE_NOOP("WhatsThis", "Goes to the next part. A long message is shown in parts.")},
    Explanation{"actionKeys"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Lists every key that does something in this window.")},
    Explanation{"actionWhatsThis"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "After this, click on what you want explained. Shift+F1 explains "
                                  "where the keyboard is.")},
    Explanation{"actionInspector"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "Shows what the selected socket wraps: its ends, protocol, "
                                  "buffers, state and operations.")},
};

/// With those of its items that have no text of their own.
static void explainMenu(QMenu *menu, const QString &text)
{
    const QString before = menu->menuAction()->whatsThis();
    menu->menuAction()->setWhatsThis(text);
    for (QAction *item : menu->actions()) {
        if (item->whatsThis().isEmpty() || item->whatsThis() == before)
            item->setWhatsThis(text);
    }
}

static void explainWidget(QWidget *widget, const QString &text)
{
    const auto *button = qobject_cast<QToolButton *>(widget);
    if (button && button->menu())
        explainMenu(button->menu(), text);
    widget->setWhatsThis(text);
}

using Texts = QHash<QString, QString>; // by object name

static void addTexts(Texts &texts, std::span<const Explanation> explanations)
{
    for (const Explanation &explanation : explanations)
        texts.insert(explanation.name, QCoreApplication::translate("WhatsThis", explanation.text));
}

template <typename Kind, typename Give>
static void explainAll(const QObjectList &objects, const Texts &texts, Give give)
{
    for (QObject *object : objects) {
        const QString name = object->objectName();
        const auto text = name.isEmpty() ? texts.cend() : texts.constFind(name);
        Kind *kind = text == texts.cend() ? nullptr : qobject_cast<Kind *>(object);
        if (kind)
            give(kind, *text);
    }
}

void explainControls(QWidget *window, std::span<const Explanation> own)
{
    Texts texts;
    addTexts(texts, Common);
    addTexts(texts, own);
    const QObjectList objects = window->findChildren<QObject *>(); // once: there are very many
    explainAll<QWidget>(objects, texts, explainWidget);
    explainAll<QMenu>(objects, texts, explainMenu);
    explainAll<QAction>(objects, texts, [](QAction *action, const QString &text) { action->setWhatsThis(text); });
}
