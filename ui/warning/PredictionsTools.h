// SPDX-License-Identifier: GPL-3.0-or-later
// The row above the predictions: class, level, name, how many are shown, and the target.
#pragma once

#include "ui/warning/PredictionsModel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace edupro::ui {

class PredictionsTools : public QWidget {
    Q_OBJECT
public:
    explicit PredictionsTools(QWidget* parent = nullptr);

    PredictionsFilter filter() const;
    /// A class that is not among the choices becomes one.
    void setFilter(const PredictionsFilter& filter);
    warning::Target target() const;
    /// Keeps the class chosen.
    void setClasses(const QStringList& names);
    void setCount(qint64 shown, qint64 all);
    void setTargetEnabled(bool enabled);
    /// Without a list there is nothing to filter; the target can still be chosen.
    void setFiltersVisible(bool visible);

signals:
    void filterChanged();
    void targetChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void selectClass(const QString& name);
    void say();

    QComboBox* m_class;
    QComboBox* m_level;
    QLineEdit* m_name;
    QLabel* m_count;
    QComboBox* m_target;
    QStringList m_classes;
};

} // namespace edupro::ui
