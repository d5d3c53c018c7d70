// SPDX-License-Identifier: GPL-3.0-or-later
// The line under a grid: why the current cell was refused, or what there is to know of it.
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace edupro::ui {

class DataGrid;
class ElidedLabel;
class Theme;

/// Keeps its place when it is silent, so that the grid does not jump.
class GridLine : public QFrame {
    Q_OBJECT
public:
    GridLine(const Theme& theme, DataGrid& grid, QWidget* parent = nullptr);

    /// What a page says for once ("3 cells did not fit"), until the person moves on.
    void tell(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;

private:
    void say();

    DataGrid& m_grid;
    QLabel* m_icon;
    QLabel* m_what;
    ElidedLabel* m_why;
    QPushButton* m_next;
    QString m_told;
};

/// "Saved 10.42.07", "Saving...", "3 refused": how far a grid is stored.
class GridStanding : public QWidget {
    Q_OBJECT
public:
    GridStanding(const Theme& theme, DataGrid& grid, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void say();

    const Theme& m_theme;
    DataGrid& m_grid;
    QLabel* m_icon;
    QLabel* m_words;
};

} // namespace edupro::ui
