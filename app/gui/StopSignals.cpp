// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/StopSignals.h"

#include <QCoreApplication>

#ifdef Q_OS_UNIX
#include <QSocketNotifier>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>
#endif

namespace edupro::gui {

#ifdef Q_OS_UNIX

namespace {

// A handler may do next to nothing; it writes here, and the event loop reads at the other end.
int ends[2] = {-1, -1};

void tell(int)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(ends[0], &byte, 1);
}

} // namespace

void obeyStopSignals(std::function<void()> stop)
{
    static QSocketNotifier* notifier = nullptr;
    delete notifier;
    notifier = nullptr;
    if (ends[0] < 0 && ::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return; // the signals then kill, as ever
    notifier = new QSocketNotifier(ends[1], QSocketNotifier::Read, QCoreApplication::instance());
    QObject::connect(
        notifier,
        &QSocketNotifier::activated,
        notifier,
        [stop = std::move(stop), told = false]() mutable {
            char byte = 0;
            [[maybe_unused]] const auto taken = ::read(ends[1], &byte, 1);
            if (std::exchange(told, true))
                QCoreApplication::exit(0);
            else
                stop();
        });
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        std::signal(number, tell);
}

#else

void obeyStopSignals(std::function<void()>)
{
}

#endif

} // namespace edupro::gui
