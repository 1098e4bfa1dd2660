#include "sendfiledialog.h"

#include "fileobstacle.h"
#include "ratebox.h"
#include "ratetext.h"
#include "sizetext.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>

using namespace Qt::StringLiterals;

static const auto FolderKey = u"sendFile/folder"_s; // none at first: the user's own
static const auto RateKey = u"sendFile/rate"_s;     // 0 at first: as fast as the peer reads

SendFileDialog::SendFileDialog(const QString &recipients, const QString &path, QWidget *parent)
    : QDialog(parent)
    , m_path(new QLineEdit(path))
    , m_browse(new QPushButton)
    , m_finding(new QLabel)
    , m_rate(new RateBox)
    , m_note(new QLabel)
    , m_pathLabel(new QLabel)
    , m_recipientsLabel(new QLabel)
    , m_rateLabel(new QLabel)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setObjectName(u"sendFileDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_path->setObjectName(u"filePath"_s);
    m_browse->setObjectName(u"browse"_s);
    m_finding->setObjectName(u"fileFinding"_s);
    m_rate->setRate(qMin(QSettings().value(RateKey).toULongLong(), MaxRate));
    layOut(recipients);
    connect(m_path, &QLineEdit::textChanged, this, &SendFileDialog::look);
    connect(m_browse, &QPushButton::clicked, this, &SendFileDialog::browse);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &SendFileDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &SendFileDialog::reject);
    retranslate();
    look();
    if (path.isEmpty())
        m_browse->setFocus();
    else
        m_buttons->button(QDialogButtonBox::Ok)->setFocus();
}

void SendFileDialog::layOut(const QString &recipients)
{
    auto *file = new QHBoxLayout;
    file->addWidget(m_path, 1);
    file->addWidget(m_browse);
    for (QLabel *label : {m_finding, m_note}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_pathLabel->setBuddy(m_path);
    m_rateLabel->setBuddy(m_rate);
    auto *to = new QLabel(recipients);
    to->setObjectName(u"fileRecipients"_s);
    to->setTextFormat(Qt::PlainText);
    auto *form = new QFormLayout(this);
    form->addRow(m_pathLabel, file);
    form->addRow(QString(), m_finding);
    form->addRow(m_recipientsLabel, to);
    form->addRow(m_rateLabel, m_rate);
    form->addRow(m_note);
    form->addRow(m_buttons);
    m_path->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
}

QString SendFileDialog::path() const
{
    return m_path->text();
}

quint64 SendFileDialog::rate() const
{
    return m_rate->rate();
}

void SendFileDialog::browse()
{
    const QString folder = QSettings().value(FolderKey, QDir::homePath()).toString();
    const QString chosen = QFileDialog::getOpenFileName(this, tr("Choose a file to send"), folder);
    if (chosen.isEmpty())
        return;
    m_path->setText(chosen);
    m_buttons->button(QDialogButtonBox::Ok)->setFocus();
}

/// Says what there is at the path, before it is sent.
void SendFileDialog::look()
{
    const bool chosen = !path().isEmpty();
    const QString obstacle = chosen ? fileObstacle(path()) : QString();
    const QString size = sizeText(quint64(QFileInfo(path()).size()));
    m_finding->setText(!chosen ? tr("No file is chosen yet.") : obstacle.isEmpty() ? size : obstacle);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(chosen && obstacle.isEmpty());
}

void SendFileDialog::accept()
{
    QSettings settings;
    settings.setValue(FolderKey, QFileInfo(path()).absolutePath());
    settings.setValue(RateKey, rate());
    QDialog::accept();
}

void SendFileDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void SendFileDialog::retranslate()
{
    setWindowTitle(tr("Send file"));
    m_pathLabel->setText(tr("&File"));
    m_path->setAccessibleName(tr("File"));
    m_browse->setText(tr("&Browse…"));
    m_recipientsLabel->setText(tr("To"));
    m_rateLabel->setText(tr("&Rate"));
    m_note->setText(tr("The bytes of the file go out as they are, nothing is added. Messages that are sent meanwhile go "
                       "between two pieces of the file."));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("&Send"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    look();
}
