#pragma once

#include <QDialog>
#include <QList>

#include <functional>

class QDialogButtonBox;
class QGridLayout;
class QLabel;

/// What the help window of a program says.
struct HelpText
{
    struct Key
    {
        QString keys;
        QString what;
    };

    QString title;
    QString text; ///< plain, paragraphs divided by empty lines
    QList<Key> keys;
};

/// A short text, and the list of keys beside it. Asks for them anew when the language changes. Deletes itself when closed.
class HelpDialog final : public QDialog
{
    Q_OBJECT
public:
    HelpDialog(std::function<HelpText()> text, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void addKey(const HelpText::Key &key);

    std::function<HelpText()> m_text;
    QLabel *m_intro;
    QGridLayout *m_keys;
};

/// What to know of transcript and message field, which both programs have; paragraphs as in HelpText.
QString commonHelp();
/// Their keys.
QList<HelpText::Key> commonKeys();

/// Name, version and what the program is.
void showAbout(QWidget *parent, const QString &program);
