// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/Lane.h"

#include "core/jobs/LatestOnly.h"
#include "core/jobs/OnFinished.h"
#include "tests/support/Catch.h"

#include <QCoreApplication>
#include <QSemaphore>
#include <QTest>

#include <stdexcept>

using namespace edupro;
using namespace edupro::jobs;

TEST_CASE("A lane with one thread runs work in order and on one thread", "[jobs]")
{
    Lane lane(1);
    std::vector<int> order;
    std::vector<QThread*> threads;
    QFuture<Result<int>> last;
    for (int i = 0; i < 20; ++i) {
        last = lane.submit([&order, &threads, i](const Progress&) -> Result<int> {
            order.push_back(i);
            threads.push_back(QThread::currentThread());
            return i;
        });
    }
    last.waitForFinished();
    REQUIRE(order.size() == 20);
    CHECK(std::is_sorted(order.begin(), order.end()));
    CHECK(std::count(threads.begin(), threads.end(), threads.front()) == 20);
    CHECK(threads.front() != QThread::currentThread());
}

TEST_CASE("Waiting for queued work does not pull it onto the waiting thread", "[jobs]")
{
    Lane lane(1);
    lane.submit([](const Progress&) -> Result<int> {
        QThread::msleep(20);
        return 0;
    });
    const auto future = lane.submit([](const Progress&) -> Result<bool> {
        return QThread::currentThread() != QCoreApplication::instance()->thread();
    });
    CHECK(future.result().value());
}

TEST_CASE("Cancelling a future stops the work, which answers Cancelled", "[jobs]")
{
    Lane lane(1);
    QSemaphore started;
    std::atomic<bool> stopped = false;
    auto future = lane.submit([&](const Progress& goOn) -> Result<int> {
        started.release();
        while (goOn(0.5))
            QThread::msleep(1);
        stopped = true;
        return cancelled();
    });
    started.acquire();
    future.cancel();
    future.waitForFinished();
    REQUIRE(QTest::qWaitFor([&] { return stopped.load(); }, 2000));
}

TEST_CASE("A stray exception becomes an internal error that does not repeat what it said", "[jobs]")
{
    Lane lane(1);
    auto known = lane.submit(
        [](const Progress&) -> Result<int> { throw std::runtime_error("Ani Contoh, 3273"); });
    auto unknown = lane.submit([](const Progress&) -> Result<int> { throw 3273; });
    for (const Result<int>& answer : {known.result(), unknown.result()}) {
        REQUIRE_FALSE(answer.has_value());
        CHECK(answer.error().code == ErrorCode::Internal);
        CHECK(answer.error().key == "internal");
        CHECK(answer.error().detail.find("stray exception") == 0);
        CHECK(answer.error().detail.find("3273") == std::string::npos);
    }
}

TEST_CASE(
    "An answer comes home to the asking object's thread, and not at all when the object died",
    "[jobs]")
{
    Lane lane(1);
    int answers = 0;
    QObject guard;
    onFinished(
        lane.submit([](const Progress&) -> Result<int> { return 42; }),
        &guard,
        [&](Result<int> answer) {
            CHECK(QThread::currentThread() == QCoreApplication::instance()->thread());
            answers += answer.value();
        });
    REQUIRE(QTest::qWaitFor([&] { return answers == 42; }, 2000));

    auto mortal = std::make_unique<QObject>();
    auto future = lane.submit([](const Progress&) -> Result<int> {
        QThread::msleep(20);
        return 1;
    });
    onFinished(future, mortal.get(), [&](Result<int>) { answers = -1; });
    mortal.reset();
    future.waitForFinished();
    QCoreApplication::processEvents();
    CHECK(answers == 42);
}

TEST_CASE("Only the latest question is answered", "[jobs]")
{
    Lane lane(1);
    QObject guard;
    LatestOnly latest;
    std::vector<int> answered;
    for (int i = 0; i < 5; ++i) {
        latest.ask(
            lane.submit([i](const Progress&) -> Result<int> { return i; }),
            &guard,
            [&](Result<int> answer) { answered.push_back(answer.value()); });
    }
    REQUIRE(QTest::qWaitFor([&] { return !answered.empty(); }, 2000));
    QTest::qWait(20);
    CHECK(answered == std::vector<int>{4});
}
