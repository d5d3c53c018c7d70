// SPDX-License-Identifier: GPL-3.0-or-later
// A value or the Error that prevented it, with the names of C++23's std::expected.
#pragma once

#include "core/base/Error.h"

#include <cassert>
#include <type_traits>
#include <utility>
#include <variant>

namespace edupro {

template<class T>
class [[nodiscard]] Result {
public:
    using value_type = T;

    Result(T value) // NOLINT: implicit on purpose, so that `return value;` works
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error) // NOLINT: implicit on purpose, so that `return error;` works
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    /// The value. Precondition: has_value().
    T& value() &
    {
        assert(has_value());
        return *std::get_if<0>(&m_state);
    }
    const T& value() const&
    {
        assert(has_value());
        return *std::get_if<0>(&m_state);
    }
    /// By value, so that `for (x : f().value())` does not dangle.
    T value() &&
    {
        assert(has_value());
        return std::move(*std::get_if<0>(&m_state));
    }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    /// The reason there is no value. Precondition: !has_value().
    const Error& error() const
    {
        assert(!has_value());
        return *std::get_if<1>(&m_state);
    }

    T value_or(T other) const { return has_value() ? value() : std::move(other); }

    /// Continues with `next(value)`, which returns a Result, or passes the error on.
    template<class F>
    auto and_then(F&& next) &&
    {
        using Next = std::invoke_result_t<F, T&&>;
        if (!has_value()) return Next(error());
        return std::forward<F>(next)(std::move(*this).value());
    }

    /// Replaces the value by `change(value)` or passes the error on.
    template<class F>
    auto transform(F&& change) &&
    {
        using U = std::invoke_result_t<F, T&&>;
        if (!has_value()) return Result<U>(error());
        return Result<U>(std::forward<F>(change)(std::move(*this).value()));
    }

private:
    std::variant<T, Error> m_state;
};

struct Unit {
    friend bool operator==(Unit, Unit) = default;
};

/// "It worked", or why not.
using Done = Result<Unit>;
inline Done done()
{
    return Unit{};
}

} // namespace edupro
