#include "servicetabs.h"

#include "servicepage.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

ServiceTabs::ServiceTabs(QWidget *parent)
    : QWidget(parent)
    , m_row(new QWidget(this))
    , m_bar(new QTabBar(m_row))
    , m_add(new QToolButton(m_row))
    , m_stack(new QStackedWidget(this))
{
    m_bar->setObjectName(u"services"_s);
    m_bar->setDocumentMode(true);
    m_bar->setExpanding(false);
    m_bar->setDrawBase(false);
    m_bar->setMovable(true);
    m_bar->setTabsClosable(true);
    m_bar->setUsesScrollButtons(true);
    m_bar->setElideMode(Qt::ElideNone);
    m_bar->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_add->setObjectName(u"newService"_s);
    m_add->setText(u"+"_s);
    m_add->setAutoRaise(true);
    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins({});
    row->addWidget(m_bar);
    row->addWidget(m_add);
    row->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_row);
    layout->addWidget(m_stack, 1);
    m_row->hide();
    connect(m_add, &QToolButton::clicked, this, &ServiceTabs::newRequested);
    connect(m_bar, &QTabBar::currentChanged, this, &ServiceTabs::onCurrent);
    connect(m_bar, &QTabBar::tabCloseRequested, this, [this](int index) { Q_EMIT closeRequested(at(index)); });
    retranslate();
}

void ServiceTabs::add(ServicePage *page)
{
    m_stack->addWidget(page);
    m_seen.insert(page, page->news());
    connect(page, &ServicePage::changed, this, [this, page] { update(page); });
    const QSignalBlocker quiet(m_bar); // the first one would be shown before it has its page
    const int index = m_bar->addTab(QString());
    m_bar->setTabData(index, QVariant::fromValue(page));
    m_row->setVisible(m_bar->count() > 1);
    update(page);
}

void ServiceTabs::take(ServicePage *page)
{
    disconnect(page, &ServicePage::changed, this, nullptr);
    m_bar->removeTab(indexOf(page));
    m_seen.remove(page);
    m_stack->removeWidget(page);
    page->setParent(window());
    m_row->setVisible(m_bar->count() > 1);
}

ServicePage *ServiceTabs::current() const
{
    return m_current;
}

QList<ServicePage *> ServiceTabs::pages() const
{
    QList<ServicePage *> pages;
    for (int index = 0; index < m_bar->count(); ++index)
        pages.append(at(index));
    return pages;
}

ServicePage *ServiceTabs::at(int index) const
{
    return m_bar->tabData(index).value<ServicePage *>();
}

int ServiceTabs::indexOf(const ServicePage *page) const
{
    return int(pages().indexOf(page));
}

void ServiceTabs::show(ServicePage *page)
{
    const int index = indexOf(page);
    m_bar->setCurrentIndex(index);
    onCurrent(index);
}

void ServiceTabs::showBeside(int step)
{
    const int count = m_bar->count();
    m_bar->setCurrentIndex((m_bar->currentIndex() + step + count) % count);
}

void ServiceTabs::onCurrent(int index)
{
    ServicePage *page = at(index);
    if (!page || page == m_current)
        return;
    if (m_seen.contains(m_current))
        m_seen.insert(m_current, m_current->news());
    m_current = page;
    m_stack->setCurrentWidget(page);
    update(page);
    Q_EMIT currentChanged(page);
}

void ServiceTabs::update(const ServicePage *page)
{
    const ServiceSummary summary = page->summary();
    const bool hasNews = page != m_current && m_seen.value(page) != page->news();
    const QString text = hasNews ? u"● "_s + summary.text() : summary.text();
    const int index = indexOf(page);
    if (m_bar->tabText(index) != text)
        m_bar->setTabText(index, text);
    m_bar->setTabToolTip(index, hasNews ? summary.toolTip() + u'\n' + tr("Something happened here since you looked.")
                                        : summary.toolTip());
    m_bar->setAccessibleTabName(index, hasNews ? tr("%1, something new").arg(summary.text()) : summary.text());
}

void ServiceTabs::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ServiceTabs::retranslate()
{
    m_bar->setAccessibleName(tr("Services"));
    m_add->setToolTip(tr("Another service in this window, on a port of its own"));
    m_add->setAccessibleName(tr("New service"));
    for (const ServicePage *page : pages())
        update(page);
}
