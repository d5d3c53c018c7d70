// SPDX-License-Identifier: GPL-3.0-or-later
// The only header that includes Catch; levels versions 2 and 3 and prints Qt strings.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
using Catch::Matchers::ContainsSubstring;
#else
#include <catch2/catch.hpp>
inline auto ContainsSubstring(const std::string& text)
{
    return Catch::Matchers::Contains(text);
}
#endif

#include <iostream>
#include <string>

#ifdef EDUPRO_TEST_WITH_QT
#include <QByteArray>
#include <QString>

namespace Catch {
template<>
struct StringMaker<QString> {
    static std::string convert(const QString& text) { return '"' + text.toStdString() + '"'; }
};
template<>
struct StringMaker<QByteArray> {
    static std::string convert(const QByteArray& bytes) { return '"' + bytes.toStdString() + '"'; }
};
} // namespace Catch
#endif

namespace edupro::tests {

/// Prints that a test did not run and why, in a form that the closing lines of a run can be
/// searched for.
inline void saySkipped(const std::string& what, const std::string& why)
{
    std::cout << "SKIPPED: " << what << " (" << why << ")" << std::endl;
}

} // namespace edupro::tests
