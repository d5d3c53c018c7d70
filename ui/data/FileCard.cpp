// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/FileCard.h"

#include "ui/common/ElidedLabel.h"
#include "ui/common/Format.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QUrl>

namespace edupro::ui {

using security::Action;
using security::Object;

FileCard::FileCard(Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_secrecy(new QLabel(this))
    , m_text(new QLabel(this))
    , m_place(new QLabel(this))
    , m_folder(new ElidedLabel(this))
    , m_show(new QPushButton(this))
    , m_keysTitle(new QLabel(this))
    , m_keysText(new QLabel(this))
    , m_newCode(new QPushButton(this))
    , m_newKey(new QPushButton(this))
{
    setObjectName("fileCard");
    setLook(this, "card");
    setLook(m_title, "strong");
    setLook(m_keysTitle, "strong");
    setLook(m_folder, "small");
    setLook(m_text, "soft");
    setLook(m_keysText, "soft");
    setLook(m_show, "link");
    m_secrecy->setObjectName("fileSecrecy");
    m_place->setObjectName("filePlace");
    m_show->setObjectName("showSchoolFolder");
    m_newCode->setObjectName("newRecoveryCode");
    m_newKey->setObjectName("newFileKey");
    for (QLabel* label : {m_text, m_keysText, m_place})
        label->setWordWrap(true);
    auto* place = new QHBoxLayout;
    place->addWidget(m_folder, 1);
    place->addWidget(m_show);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 12);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_place);
    layout->addLayout(place);
    layout->addWidget(m_secrecy);
    layout->addWidget(m_text);
    layout->addSpacing(8);
    layout->addWidget(m_keysTitle);
    layout->addWidget(m_keysText);
    layout->addWidget(m_newCode);
    layout->addWidget(m_newKey);
    layout->addStretch(1);
    connect(m_show, &QPushButton::clicked, this, [this] {
        openFolder(QFileInfo(m_context.standing().file).absolutePath());
    });
    connect(m_newCode, &QPushButton::clicked, this, [this] { m_context.requestNewCode(); });
    connect(m_newKey, &QPushButton::clicked, this, [this] { m_context.requestNewKey(); });
    connect(&context, &Context::standingChanged, this, &FileCard::say);
    connect(&context, &Context::personChanged, this, &FileCard::say);
    say();
}

void FileCard::setSize(qint64 size)
{
    m_size = size;
    say();
}

void FileCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QFrame::changeEvent(event);
}

void FileCard::say()
{
    const Standing& standing = m_context.standing();
    const QFileInfo file(standing.file);
    const bool mayChangeKey = m_context.may(Action::Update, Object::FileKey);
    m_title->setText(tr("The school file"));
    //: name and size of the file
    m_place->setText(tr("%1, %2").arg(file.fileName(), format::dataSize(m_size)));
    m_folder->setText(QDir::toNativeSeparators(file.absolutePath()));
    m_show->setText(tr("Show"));
    m_show->setAccessibleName(tr("Show the folder of the school file"));
    setLook(m_secrecy, standing.encrypted ? "fine" : "watch");
    m_secrecy->setText(standing.encrypted ? tr("Encrypted") : tr("Not encrypted"));
    m_text->setText(
        standing.encrypted
            ? tr("It opens with the passwords of the people under Users and audit, or with the "
                 "recovery code on paper. Backups are encrypted alike.")
            : tr("Whoever copies it or a backup can read it: right for examples and laboratories, "
                 "wrong for children's data."));
    for (QWidget* part : std::initializer_list<QWidget*>{m_keysTitle, m_keysText, m_newKey})
        part->setVisible(mayChangeKey);
    m_newCode->setVisible(mayChangeKey && standing.encrypted);
    m_keysTitle->setText(standing.encrypted ? tr("Keys") : tr("Encrypt"));
    m_keysText->setText(
        standing.encrypted
            ? tr("A new code when the paper is lost. A new file key when somebody who knew a "
                 "password is to be kept out of later copies.")
            : tr("From then on only the passwords of this school and its recovery code open it."));
    m_newCode->setText(tr("New recovery code…"));
    m_newKey->setText(standing.encrypted ? tr("New file key…") : tr("Encrypt the school file…"));
}

void openFolder(const QString& folder)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
}

} // namespace edupro::ui
