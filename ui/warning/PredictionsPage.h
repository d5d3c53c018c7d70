// SPDX-License-Identifier: GPL-3.0-or-later
// Early warning: who is at risk, in the order of the risk, and why; trains and predicts in the
// background.
#pragma once

#include "core/jobs/LatestOnly.h"
#include "core/warning/ForecastList.h"
#include "ui/shell/Context.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace edupro::ui {

class ForecastPanel;
class ModelCard;
class PageHeader;
class PredictionsModel;
class PredictionsTools;
class RecordTable;
class StateStack;
struct EmptyWords;

/// Opens with {"class": "8B"}, {"level": "Rendah"}, {"student": id}, {"action": "train"} or
/// {"action": "predict"}.
class PredictionsPage : public QWidget {
    Q_OBJECT
public:
    explicit PredictionsPage(Context& context);

    /// Learns a new model for the chosen target, then predicts the selected term with it.
    void train();
    /// Predicts the selected term with the model in production.
    void predict();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeList();
    QWidget* makeDetail();
    void connectParts();
    void openWith(const PageFilter& filter);
    void load();
    void showList(Result<warning::ForecastList> answer);
    EmptyWords emptyWords() const;
    void applyFilter();
    void showStudent(const QString& id);
    void selectStudent(const QString& id);
    NextStep showRisks();
    template<class T>
    void follow(const QString& name, QFuture<Result<T>> future);
    void finished(const Error* error);
    void setBusy(bool busy);
    void exportList();
    void write(const QString& path);
    void say();
    void saySubtitle();

    Context& m_context;
    jobs::LatestOnly m_latest;
    warning::ForecastList m_list;
    bool m_busy = false;
    QString m_wanted; ///< a student to select once the list is there
    PageHeader* m_header;
    QPushButton* m_predict;
    QPushButton* m_train;
    QPushButton* m_export;
    PredictionsTools* m_tools;
    QLabel* m_stale = nullptr;
    PredictionsModel* m_model;
    RecordTable* m_table = nullptr;
    StateStack* m_rows = nullptr;   ///< of the list: the filter may leave nothing
    StateStack* m_states = nullptr; ///< of the page
    ForecastPanel* m_forecast = nullptr;
    ModelCard* m_measures = nullptr;
};

} // namespace edupro::ui
