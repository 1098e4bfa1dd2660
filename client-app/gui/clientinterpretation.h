#pragma once

#include "interpretation.h"

#include <QObject>

class Banner;
class Client;
class ClientMenus;
class QLabel;
class QStatusBar;
class TranscriptRows;

/// How the bytes of a client window are read and written: chosen in its menus, said in its status bar. GUI thread.
class ClientInterpretation final : public QObject
{
    Q_OBJECT
public:
    /// What it tells them to; none of them is owned.
    struct Parts
    {
        Client *client;
        TranscriptRows *rows;
        ClientMenus *menus;
        Banner *banner; ///< for why something is refused
    };

    /// `messageLimit`: content bytes of one message.
    ClientInterpretation(const Parts &parts, qsizetype messageLimit, QObject *parent);

    void fillStatusBar(QStatusBar *bar);
    const Interpretation &chosen() const { return m_chosen; }
    /// Where it does not go together, what was chosen before is kept: nothing goes out that nobody could read.
    void choose(const Interpretation &wanted);
    void retranslate();

Q_SIGNALS:
    void changed(const Interpretation &chosen);

private:
    void apply(const Interpretation &chosen);
    void takeBack();
    void show();

    Parts m_parts;
    Interpretation m_chosen;
    const qsizetype m_messageLimit;
    QString m_refusal; // told last
    QLabel *m_framing = nullptr;
    QLabel *m_encoding = nullptr;
};
