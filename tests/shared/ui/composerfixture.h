#pragma once

#include "composer.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <memory>

/// A composer on the screen and its parts, for a test to type in and send from. Settings are those of the test alone.
class ComposerFixture
{
protected:
    static void useOwnSettings(const QString &program)
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("OnePortTests"));
        QCoreApplication::setApplicationName(program);
    }

    void makeComposer()
    {
        QSettings().clear();
        m_composer = std::make_unique<Composer>();
        m_sent = std::make_unique<QSignalSpy>(m_composer.get(), &Composer::sendRequested);
        m_edit = m_composer->findChild<QPlainTextEdit *>(QStringLiteral("message"));
        m_button = m_composer->findChild<QPushButton *>(QStringLiteral("send"));
        m_composer->resize(400, 200);
        m_composer->show();
    }

    void type(const QString &text) { QTest::keyClicks(m_edit, text); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_edit, key, modifiers); }
    void sendLine(const QString &text)
    {
        type(text);
        press(Qt::Key_Return);
        m_composer->confirm();
    }

    std::unique_ptr<Composer> m_composer;
    std::unique_ptr<QSignalSpy> m_sent;
    QPlainTextEdit *m_edit = nullptr;
    QPushButton *m_button = nullptr;
};
