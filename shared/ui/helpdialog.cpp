#include "helpdialog.h"

#include "appicon.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

static constexpr int TextWidth = 72; // average letters

HelpDialog::HelpDialog(std::function<HelpText()> text, QWidget *parent)
    : QDialog(parent)
    , m_text(std::move(text))
    , m_intro(new QLabel(this))
    , m_keys(new QGridLayout)
{
    setObjectName(u"helpDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_intro->setTextFormat(Qt::PlainText);
    m_intro->setWordWrap(true);
    m_intro->setFixedWidth(fontMetrics().averageCharWidth() * TextWidth);
    m_intro->setAlignment(Qt::AlignTop);
    m_keys->setHorizontalSpacing(fontMetrics().averageCharWidth() * 3);
    m_keys->setVerticalSpacing(fontMetrics().height() / 3);
    m_keys->setColumnStretch(1, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);

    auto *columns = new QHBoxLayout; // below each other they would be higher than a small screen
    columns->setSpacing(fontMetrics().height() * 2);
    columns->addWidget(m_intro);
    columns->addLayout(m_keys);
    columns->setAlignment(m_keys, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(fontMetrics().height());
    layout->addLayout(columns);
    layout->addWidget(buttons);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    retranslate();
}

void HelpDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void HelpDialog::retranslate()
{
    const HelpText help = m_text();
    setWindowTitle(help.title);
    m_intro->setText(help.text);
    while (QLayoutItem *item = m_keys->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const HelpText::Key &key : help.keys)
        addKey(key);
}

void HelpDialog::addKey(const HelpText::Key &key)
{
    auto *keys = new QLabel(key.keys, this);
    auto *what = new QLabel(key.what, this);
    QFont bold = keys->font();
    bold.setBold(true);
    keys->setFont(bold);
    for (QLabel *label : {keys, what})
        label->setTextFormat(Qt::PlainText);
    const int row = m_keys->rowCount();
    m_keys->addWidget(keys, row, 0);
    m_keys->addWidget(what, row, 1);
}

QString commonHelp()
{
    const auto say = [](const char *text) { return QCoreApplication::translate("HelpDialog", text); };
    const QStringList paragraphs{
        say(QT_TRANSLATE_NOOP("HelpDialog",
                              "Every byte that goes over a socket is kept. Choose another framing or encoding, and "
                              "all that came before is shown by it too. Filter and Find look for text, a regular "
                              "expression or hex bytes. Message details shows the text of the selected row beside "
                              "its bytes, and the reads that it came in.")),
        say(QT_TRANSLATE_NOOP("HelpDialog",
                              "The File menu exports the rows that are shown, saves all that was kept as a session, "
                              "opens one again, also what a crash left, and sends a file as it is, at the rate that "
                              "you choose. A file can be dropped on the window too.")),
        say(QT_TRANSLATE_NOOP("HelpDialog",
                              "Below the message field, choose how what you type stands for bytes (text, with the "
                              "escapes of C or of Packet Sender, or hex) and which line ending is sent behind it. "
                              "Beside that stand the bytes that will go out. What is wrong is marked, and not sent."))};
    return paragraphs.join(u"\n\n"_s);
}

QList<HelpText::Key> commonKeys()
{
    const auto say = [](const char *text) { return QCoreApplication::translate("HelpDialog", text); };
    const auto native = [](QKeySequence::StandardKey key) {
        return QKeySequence(key).toString(QKeySequence::NativeText);
    };
    const auto shortcut = [](QKeyCombination key) { return QKeySequence(key).toString(QKeySequence::NativeText); };
    QList<HelpText::Key> keys{
        {shortcut(Qt::Key_Enter), say(QT_TRANSLATE_NOOP("HelpDialog", "Send the message"))},
        {shortcut(Qt::SHIFT | Qt::Key_Enter), say(QT_TRANSLATE_NOOP("HelpDialog", "Start a new line in the message"))},
        {say(QT_TRANSLATE_NOOP("HelpDialog", "Up, Down")),
         say(QT_TRANSLATE_NOOP("HelpDialog", "Walk through what was sent before"))},
        {native(QKeySequence::Find), say(QT_TRANSLATE_NOOP("HelpDialog", "Find in the transcript"))},
        {say(QT_TRANSLATE_NOOP("HelpDialog", "Enter, Shift+Enter, Esc")),
         say(QT_TRANSLATE_NOOP("HelpDialog", "There: the next match, the one before, done"))},
        {shortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_F),
         say(QT_TRANSLATE_NOOP("HelpDialog", "Filter: show only some of the rows"))},
        {shortcut(Qt::CTRL | Qt::Key_I), say(QT_TRANSLATE_NOOP("HelpDialog", "Show the details of the selected row"))},
        {shortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_I),
         say(QT_TRANSLATE_NOOP("HelpDialog", "Inspector: what the selected socket wraps, live"))},
        {shortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
         say(QT_TRANSLATE_NOOP("HelpDialog", "Show the calls that stand behind it all"))},
        {shortcut(Qt::CTRL | Qt::Key_E), say(QT_TRANSLATE_NOOP("HelpDialog", "Export what is shown"))},
        {native(QKeySequence::SaveAs), say(QT_TRANSLATE_NOOP("HelpDialog", "Save the session"))},
        {native(QKeySequence::Open), say(QT_TRANSLATE_NOOP("HelpDialog", "Open a saved session"))},
        {shortcut(Qt::CTRL | Qt::Key_L), say(QT_TRANSLATE_NOOP("HelpDialog", "Clear the transcript"))},
        {shortcut(Qt::Key_End), say(QT_TRANSLATE_NOOP("HelpDialog", "In the transcript: follow the newest row again"))},
        {native(QKeySequence::Copy), say(QT_TRANSLATE_NOOP("HelpDialog", "Copy the selected rows"))},
        {native(QKeySequence::SelectAll), say(QT_TRANSLATE_NOOP("HelpDialog", "Select all rows"))},
        {shortcut(Qt::Key_F1),
         say(QT_TRANSLATE_NOOP("HelpDialog", "Help on the part of the window where the keyboard is"))},
        {shortcut(Qt::SHIFT | Qt::Key_F1),
         say(QT_TRANSLATE_NOOP("HelpDialog", "What the control is for where the keyboard is"))},
        {shortcut(Qt::CTRL | Qt::Key_Q), say(QT_TRANSLATE_NOOP("HelpDialog", "Quit the program"))},
    };
    keys.removeIf([](const HelpText::Key &key) { return key.keys.isEmpty(); }); // a platform need not have them all
    return keys;
}

void showAbout(QWidget *parent, const QString &program)
{
    QMessageBox box(parent);
    box.setWindowTitle(HelpDialog::tr("About %1").arg(program));
    box.setIconPixmap(appIcon().pixmap(64));
    box.setTextFormat(Qt::PlainText);
    box.setText(u"%1 %2"_s.arg(program, QCoreApplication::applicationVersion()));
    box.setInformativeText(HelpDialog::tr("One port, many sockets, and you can watch every one of them.\n\n"
                                          "Built with Qt %1.")
                               .arg(QString::fromLatin1(qVersion())));
    box.exec();
}
