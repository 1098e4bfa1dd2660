#include "helpwindow.h"

#include "helpbrowser.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QScreen>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

HelpWindow *HelpWindow::open(HelpPage page, QWidget *window)
{
    auto *help = window->findChild<HelpWindow *>(u"helpWindow"_s, Qt::FindDirectChildrenOnly);
    if (!help)
        help = new HelpWindow(window);
    help->setPage(page);
    help->show();
    help->raise();
    help->activateWindow();
    return help;
}

HelpWindow::HelpWindow(QWidget *window)
    : QDialog(window)
    , m_label(new QLabel(this))
    , m_pages(new QListWidget(this))
    , m_text(new HelpBrowser(this))
{
    setObjectName(u"helpWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    layOut();
    for (const HelpPage page : helpPages())
        (new QListWidgetItem(m_pages))->setData(Qt::UserRole, int(page));
    connect(m_pages, &QListWidget::currentRowChanged, this, [this] { m_text->setSource(helpUrl(page())); });
    connect(m_text, &QTextBrowser::sourceChanged, this, &HelpWindow::showLinked);
    retranslate();
    const QSize wanted(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 42);
    resize(wanted.boundedTo(screen()->availableSize() * 0.9));
    m_text->setFocus();
}

void HelpWindow::layOut()
{
    m_pages->setObjectName(u"helpPages"_s);
    m_label->setBuddy(m_pages);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *list = new QVBoxLayout;
    list->addWidget(m_label);
    list->addWidget(m_pages, 1);
    auto *columns = new QHBoxLayout;
    columns->addLayout(list);
    columns->addWidget(m_text, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(columns, 1);
    layout->addWidget(buttons);
}

HelpPage HelpWindow::page() const
{
    const QListWidgetItem *item = m_pages->currentItem();
    return item ? HelpPage(item->data(Qt::UserRole).toInt()) : helpPages().constFirst();
}

void HelpWindow::setPage(HelpPage page)
{
    m_pages->setCurrentRow(int(helpPages().indexOf(page)));
}

/// A link in the text led there.
void HelpWindow::showLinked(const QUrl &url)
{
    const QSignalBlocker blocker(m_pages);
    setPage(helpPageOf(url));
}

void HelpWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void HelpWindow::retranslate()
{
    setWindowTitle(tr("OnePort – help"));
    m_label->setText(tr("&Pages"));
    m_pages->setAccessibleName(tr("Pages"));
    m_text->setAccessibleName(tr("Help"));
    for (int row = 0; row < m_pages->count(); ++row)
        m_pages->item(row)->setText(helpTitle(HelpPage(m_pages->item(row)->data(Qt::UserRole).toInt())));
    m_pages->setFixedWidth(m_pages->sizeHintForColumn(0) + m_pages->fontMetrics().averageCharWidth() * 4);
    if (m_pages->currentItem())
        m_text->setSource(helpUrl(page()));
}
