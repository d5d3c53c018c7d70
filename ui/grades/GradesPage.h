// SPDX-License-Identifier: GPL-3.0-or-later
// The marks page: the final marks of a class by subject, or the assessments of one subject, and who
// has not finished.
#pragma once

#include "core/grades/MarkActions.h"
#include "core/jobs/LatestOnly.h"

#include <QTimer>
#include <QVariantMap>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace edupro::ui {

class AssessmentModel;
class ClassMarksModel;
class Context;
class DataGrid;
class GridLine;
class MarksModel;
class MissingMarksPanel;
class PageHeader;
class StateStack;

/// Opened with {"class": name} or {"class": name, "subject": name}.
class GradesPage : public QWidget {
    Q_OBJECT
public:
    explicit GradesPage(Context& context, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Loaded;
    struct View { ///< a grid with what stands below and beside it
        DataGrid* grid = nullptr;
        QWidget* whole = nullptr;
        GridLine* line = nullptr;
        QWidget* standing = nullptr;
    };
    void makeParts();
    View makeView(MarksModel* model, const char* name);
    QWidget* makeSelectors();
    void connectParts();
    void addShortcuts();

    void obey(const QString& page, const QVariantMap& filter);
    void load();
    void showLoaded(const Loaded& loaded);
    void fillSelectors(const Loaded& loaded);
    void showEmpty(const Loaded& loaded);
    void takeStored();
    void announce();
    void goTo(const ClassGroupId& group, const SubjectId& subject);

    bool showsAssessments() const;
    MarksModel& model() const;
    DataGrid& grid() const;
    SubjectId subject() const;
    void addAssessment();
    void removeAssessment();
    void giveReason();
    void useReason();
    void adaptButtons();
    void say();
    void sayCount();

    Context& m_context;
    PageHeader* m_header;
    QPushButton* m_add;
    QPushButton* m_override;
    QPushButton* m_remedial;
    QPushButton* m_remove;
    QPushButton* m_toMissing;
    QComboBox* m_class = nullptr;
    QComboBox* m_subject = nullptr;
    QLabel* m_reasonWord = nullptr;
    QLineEdit* m_reason = nullptr;
    QLabel* m_counts = nullptr;
    QLabel* m_keys = nullptr;
    ClassMarksModel* m_classMarks;
    AssessmentModel* m_assessments;
    View m_classView;
    View m_assessmentView;
    QStackedWidget* m_views = nullptr;
    QStackedWidget* m_standings = nullptr;
    StateStack* m_list = nullptr;
    MissingMarksPanel* m_missing;
    jobs::LatestOnly m_latest;
    QTimer m_toAnnounce;
    bool m_hasNews = false;
    bool m_isAnnouncing = false;
    bool m_takesFocus = false;
    grades::ClassTerm m_of;
    ClassGroupId m_wantedClass; ///< to be chosen when the classes are there
    QString m_wantedClassName;
    SubjectId m_wantedSubject; ///< whose first empty cell is to be found
};

} // namespace edupro::ui
