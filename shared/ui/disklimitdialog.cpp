#include "disklimitdialog.h"

#include "sessionplace.h"
#include "shades.h"
#include "sizetext.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

static constexpr qint64 Megabyte = 1'000'000;
static constexpr int TextWidth = 56; // average letters

namespace {

/// Does not put another number in the place of one that is too small when Enter is pressed, as others do: the dialog would
/// take that at once.
class NumberBox final : public QSpinBox
{
public:
    using QSpinBox::QSpinBox;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (!enters || hasAcceptableInput())
            QSpinBox::keyPressEvent(event);
    }
};

}

DiskLimitDialog::DiskLimitDialog(QWidget *parent)
    : QDialog(parent)
    , m_megabytes(new NumberBox(this))
    , m_range(new QLabel(this))
    , m_before(int(sessionDiskLimit() / Megabyte))
{
    setObjectName(u"diskLimitDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Disk limit"));
    m_megabytes->setObjectName(u"diskLimit"_s);
    m_megabytes->setRange(int(MinDiskLimit / Megabyte), int(MaxDiskLimit / Megabyte));
    m_megabytes->setGroupSeparatorShown(true);
    m_megabytes->setSuffix(tr(" MB"));
    m_megabytes->setValue(m_before);
    m_megabytes->setCorrectionMode(QSpinBox::CorrectToNearestValue);
    m_range->setObjectName(u"diskLimitRange"_s);
    m_range->setText(tr("From %1 to %2").arg(sizeText(quint64(MinDiskLimit)), sizeText(quint64(MaxDiskLimit))));
    auto *text = new QLabel(tr("A session keeps at most this much on the &disk. When that is reached, its oldest rows go, "
                               "and a row says how many. It counts for windows that are opened from now on."));
    text->setWordWrap(true);
    text->setMinimumWidth(fontMetrics().averageCharWidth() * TextWidth);
    text->setBuddy(m_megabytes);
    m_megabytes->setAccessibleName(tr("Disk limit"));
    m_megabytes->setAccessibleDescription(m_range->text());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    connect(buttons, &QDialogButtonBox::accepted, this, &DiskLimitDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_megabytes, &QSpinBox::textChanged, this, &DiskLimitDialog::check);
    connect(m_megabytes->findChild<QLineEdit *>(), &QLineEdit::textChanged, this, &DiskLimitDialog::check);
    auto *layout = new QVBoxLayout(this);
    for (QWidget *widget : std::initializer_list<QWidget *>{text, m_megabytes, m_range, buttons})
        layout->addWidget(widget);
}

void DiskLimitDialog::check()
{
    const bool fits = m_megabytes->hasAcceptableInput();
    QPalette colors = palette();
    if (!fits)
        colors.setColor(QPalette::WindowText, Shades::problem(palette()));
    m_range->setPalette(colors);
    m_ok->setEnabled(fits);
}

void DiskLimitDialog::accept()
{
    if (!m_megabytes->hasAcceptableInput())
        return;
    if (m_megabytes->value() != m_before)
        setSessionDiskLimit(m_megabytes->value() * Megabyte);
    QDialog::accept();
}
