// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Console.h"

#include <QtGlobal>

#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <termios.h>
#include <unistd.h>
#endif

namespace edupro::cli {

#ifdef Q_OS_WIN

bool inputIsTerminal()
{
    return _isatty(_fileno(stdin)) != 0;
}

bool errorsAreTerminal()
{
    return _isatty(_fileno(stderr)) != 0;
}

WithoutEcho::WithoutEcho()
{
    const HANDLE console = GetStdHandle(STD_INPUT_HANDLE);
    DWORD mode = 0;
    if (!GetConsoleMode(console, &mode)) return;
    m_before = mode;
    m_changed = SetConsoleMode(console, mode & ~static_cast<DWORD>(ENABLE_ECHO_INPUT)) != 0;
}

WithoutEcho::~WithoutEcho()
{
    if (m_changed) SetConsoleMode(GetStdHandle(STD_INPUT_HANDLE), static_cast<DWORD>(m_before));
}

#else

bool inputIsTerminal()
{
    return isatty(STDIN_FILENO) != 0;
}

bool errorsAreTerminal()
{
    return isatty(STDERR_FILENO) != 0;
}

WithoutEcho::WithoutEcho()
{
    termios settings{};
    if (tcgetattr(STDIN_FILENO, &settings) != 0) return;
    m_before = settings.c_lflag;
    settings.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    m_changed = tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings) == 0;
}

WithoutEcho::~WithoutEcho()
{
    termios settings{};
    if (!m_changed || tcgetattr(STDIN_FILENO, &settings) != 0) return;
    settings.c_lflag = static_cast<tcflag_t>(m_before);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings);
}

#endif

} // namespace edupro::cli
