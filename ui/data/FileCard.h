// SPDX-License-Identifier: GPL-3.0-or-later
// What the school file is, where it lies, and what its administrator does with its keys.
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace edupro::ui {

class Context;
class ElidedLabel;

class FileCard : public QFrame {
    Q_OBJECT
public:
    explicit FileCard(Context& context, QWidget* parent = nullptr);

    /// In bytes, with its log.
    void setSize(qint64 size);

protected:
    void changeEvent(QEvent* event) override;

private:
    void say();

    Context& m_context;
    qint64 m_size = 0;
    QLabel* m_title;
    QLabel* m_secrecy;
    QLabel* m_text;
    QLabel* m_place;
    ElidedLabel* m_folder;
    QPushButton* m_show;
    QLabel* m_keysTitle;
    QLabel* m_keysText;
    QPushButton* m_newCode;
    QPushButton* m_newKey;
};

/// Opens a folder in the desktop's own file window.
void openFolder(const QString& folder);

} // namespace edupro::ui
