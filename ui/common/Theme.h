// SPDX-License-Identifier: GPL-3.0-or-later
// The look of the whole window: colours, fonts and icons of the light or dark scheme, switched at
// run time.
#pragma once

#include "ui/common/HouseStyle.h"

#include <QIcon>
#include <QObject>
#include <QTemporaryDir>

class QLabel;
class QToolButton;

namespace edupro::ui {

/// The only source of colours, fonts and icons. One per program, handed out by reference; window
/// thread only.
class Theme : public QObject {
    Q_OBJECT
public:
    /// Reads the tokens from the program's resources and dresses the application in `scheme`.
    explicit Theme(Scheme scheme, QObject* parent = nullptr);

    const HouseStyle& style() const { return m_style; }
    Scheme scheme() const { return m_style.scheme; }
    void setScheme(Scheme scheme);

    const Tokens& tokens() const { return m_style.tokens; }
    QColor color(Token token) const { return m_style.color(token); }
    QFont font(TextSize size, QFont::Weight weight = QFont::Normal) const
    {
        return m_style.font(size, weight);
    }
    /// The icon resources/icons/NAME.svg, always painted in the scheme's present colour of `tint`,
    /// and of `checkedTint` when checked.
    QIcon icon(const QString& name, Token tint = Token::InkSoft) const;
    QIcon icon(const QString& name, Token tint, Token checkedTint) const;

signals:
    /// After palette and style sheet were switched; for what paints itself (charts).
    void changed();

private:
    void dress();
    QPalette palette() const;
    QString styleSheet();
    QString tintedFile(const QString& icon, Token tint);

    HouseStyle m_style;
    QTemporaryDir
        m_tinted; ///< arrows in the scheme's colours, for the style sheet, which cannot tint
};

/// What a widget is in the style sheet: "display", "title", "strong", "soft", "small", "card",
/// "primary", "link", "quiet", "rule", "problem", "notice", "risk", "watch", "fine". May be changed
/// later.
void setLook(QWidget* widget, const char* look);

} // namespace edupro::ui
