// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/style.h"

#include <QHash>

namespace zab {
namespace {

// Names in braces are inks.
constexpr const char* kSheet = R"(
QMainWindow, QMainWindow > QWidget#centre { background: {window}; }
QMainWindow::separator { background: {window}; width: 8px; height: 8px; }
QMenuBar { background: {surface}; border-bottom: 1px solid {border}; padding: 2px 6px; }
QMenuBar::item { padding: 5px 10px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: {raised}; }
QMenu { background: {surface}; border: 1px solid {border}; padding: 6px; }
QMenu::item { padding: 6px 26px 6px 12px; border-radius: 6px; }
QMenu::item:selected { background: {accent}; color: {onAccent}; }
QMenu::item:disabled { color: {soft}; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator:non-exclusive { width: 12px; height: 12px; margin-left: 8px; border: 1px solid {lineStrong}; border-radius: 3px; background: {raised}; }
QMenu::indicator:non-exclusive:checked { background: {accent}; border-color: {onAccent}; image: url(:/icons/{tick}.svg); }
QMenu::separator { height: 1px; background: {border}; margin: 5px 8px; }
QToolBar { background: {surface}; border: 0; border-bottom: 1px solid {border}; padding: 6px 10px; spacing: 5px; }
QToolBar[small="true"] { padding: 2px 6px; }
QToolBar::separator { background: {border}; width: 1px; margin: 6px 6px; }
QToolBar QToolButton, QPushButton { background: {surface}; border: 1px solid {border}; border-radius: 8px; padding: 5px 10px; color: {text}; }
QToolBar QToolButton:hover, QPushButton:hover { background: {raised}; border-color: {lineStrong}; }
QToolBar QToolButton:pressed, QPushButton:pressed { background: {track}; }
QToolBar QToolButton:disabled, QPushButton:disabled { color: {soft}; border-color: {raised}; }
QToolBar QToolButton:focus, QPushButton:focus { border: 1px solid {accent}; }
QToolBar QToolButton:checked { background: {down}; color: {onDown}; border-color: {down}; }
QToolBar QToolButton#play { background: {text}; border-color: {text}; color: {surface}; padding: 5px 14px; }
QToolBar QToolButton#play:hover { background: {soft}; }
QToolBar QToolButton[fault="true"] { color: {downText}; border-color: {down}; }
QToolBar QToolButton[fault="true"]:checked { color: {onDown}; }
QToolBar QToolButton[fault="true"]:disabled { color: {soft}; border-color: {border}; }
QToolBar QToolButton[popupMode="2"] { padding-right: 22px; }
QToolBar QToolButton::menu-indicator { image: url(:/icons/chevron-down.svg); width: 12px; height: 12px; subcontrol-origin: padding; subcontrol-position: center right; right: 6px; }
QToolBar QToolButton#qt_toolbar_ext_button { padding: 0; image: url(:/icons/chevron-down.svg); }
QToolBar QToolButton#qt_toolbar_ext_button:checked { background: {raised}; border-color: {lineStrong}; }
QDockWidget { color: {text}; font-weight: 600; }
QDockWidget::title { background: {window}; padding: 5px 4px 4px 8px; text-align: left; }
QFrame#card { background: {surface}; border: 1px solid {border}; border-radius: 10px; }
QFrame#card QLabel { background: transparent; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: {soft}; padding: 6px 14px; border: 0; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: {text}; border-bottom: 2px solid {accent}; }
QTabBar::tab:hover { color: {text}; }
QAbstractItemView, QPlainTextEdit, QTextBrowser { background: {surface}; border: 0; selection-background-color: {highlight}; selection-color: {text}; alternate-background-color: {surface}; }
QTableView { outline: 0; }
QAbstractItemView::item { border: 0 solid transparent; padding: 1px 4px; }
QAbstractItemView::item:selected { background: {highlight}; color: {text}; }
QHeaderView { background: {surface}; }
QHeaderView::section { background: {surface}; color: {soft}; border: 0; border-bottom: 1px solid {border}; padding: 4px 6px; font-weight: 400; }
QCheckBox { spacing: 7px; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid {lineStrong}; border-radius: 4px; background: {raised}; }
QCheckBox::indicator:checked { background: {accent}; border-color: {accent}; image: url(:/icons/{tick}.svg); }
QListView::indicator { width: 14px; height: 14px; border: 1px solid {lineStrong}; border-radius: 4px; background: {raised}; }
QListView::indicator:checked { background: {accent}; border-color: {accent}; image: url(:/icons/{tick}.svg); }
QFrame#card QToolButton { background: {text}; color: {surface}; border: 0; border-radius: 10px; padding: 8px 18px; }
QFrame#card QToolButton:hover { background: {soft}; }
QFrame#card QToolButton[plain="true"] { background: {surface}; color: {text}; border: 1px solid {border}; border-radius: 7px; padding: 3px 8px; }
QFrame#card QToolButton[plain="true"]:hover { background: {raised}; border-color: {lineStrong}; }
QFrame#card QToolButton[plain="true"]:disabled { color: {soft}; border-color: {raised}; }
QFrame#card QToolButton[plain="true"]:focus { border-color: {accent}; }
QFrame#card QToolButton[popupMode="2"] { padding-right: 22px; }
QFrame#card QPushButton::menu-indicator, QFrame#card QToolButton::menu-indicator { image: url(:/icons/chevron-down.svg); width: 12px; height: 12px; subcontrol-origin: padding; subcontrol-position: center right; right: 6px; }
QLineEdit, QComboBox { background: {raised}; border: 1px solid {border}; border-radius: 7px; padding: 4px 8px; color: {text}; selection-background-color: {accent}; selection-color: {onAccent}; }
QLineEdit:focus, QComboBox:focus { border-color: {accent}; }
QComboBox::drop-down { border: 0; width: 20px; }
QComboBox::down-arrow { image: url(:/icons/chevron-down.svg); width: 12px; height: 12px; }
QSpinBox, QDoubleSpinBox { background: {raised}; border: 1px solid {border}; border-radius: 7px; padding: 3px 2px 3px 7px; color: {text}; selection-background-color: {accent}; selection-color: {onAccent}; }
QSpinBox:focus, QDoubleSpinBox:focus { border-color: {accent}; }
QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled { color: {soft}; background: {window}; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { border: 0; width: 18px; background: transparent; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url(:/icons/chevron-up.svg); width: 10px; height: 10px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url(:/icons/chevron-down.svg); width: 10px; height: 10px; }
QTabWidget::pane { border: 1px solid {border}; border-radius: 7px; background: {window}; }
QProgressBar { background: {track}; border: 0; border-radius: 4px; max-height: 8px; }
QProgressBar::chunk { background: {accent}; border-radius: 4px; }
QPushButton[choice="true"]::menu-indicator { image: url(:/icons/chevron-down.svg); width: 12px; height: 12px; subcontrol-origin: padding; subcontrol-position: center right; right: 6px; }
QComboBox QAbstractItemView { border: 1px solid {border}; selection-background-color: {accent}; selection-color: {onAccent}; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: {track}; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: {text}; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -6px 0; border-radius: 8px; background: {surface}; border: 2px solid {text}; }
QSlider::handle:horizontal:focus { border-color: {accent}; }
QStatusBar { background: {window}; color: {soft}; }
QStatusBar::item { border: 0; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: {lineStrong}; border-radius: 4px; min-height: 24px; margin: 1px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: {lineStrong}; border-radius: 4px; min-width: 24px; margin: 1px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMessageBox, QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolTip { background: {raised}; color: {text}; border: 1px solid {border}; padding: 4px; }
QFrame#card QLabel#soft, QLabel#soft { color: {soft}; }
QFrame#card QLabel#badge { background: {accent}; color: {onAccent}; border-radius: 11px; padding: 3px 12px; font-weight: 600; }
QLabel#problem { color: {downText}; }
)";

}  // namespace

QString styleSheet(const Theme& theme) {
    const QHash<QString, Ink> inks = {
        {QStringLiteral("window"), Ink::Window},     {QStringLiteral("surface"), Ink::Surface},     {QStringLiteral("raised"), Ink::Raised},
        {QStringLiteral("border"), Ink::Border},     {QStringLiteral("lineStrong"), Ink::LineStrong}, {QStringLiteral("text"), Ink::Text},
        {QStringLiteral("soft"), Ink::TextSoft},     {QStringLiteral("accent"), Ink::Accent},       {QStringLiteral("onAccent"), Ink::OnAccent},
        {QStringLiteral("down"), Ink::Down},         {QStringLiteral("onDown"), Ink::OnDown},       {QStringLiteral("downText"), Ink::DownText},
        {QStringLiteral("track"), Ink::Track},       {QStringLiteral("highlight"), Ink::Highlight},
    };
    QString sheet = QString::fromLatin1(kSheet);
    sheet.replace(QLatin1String("{tick}"), QLatin1String(theme.color(Ink::OnAccent).lightness() > 127 ? "tick-white" : "tick-black"));
    for (auto it = inks.begin(); it != inks.end(); ++it)
        sheet.replace(QLatin1Char('{') + it.key() + QLatin1Char('}'), theme.color(it.value()).name());
    return sheet;
}

}  // namespace zab
