// SPDX-License-Identifier: GPL-3.0-or-later
// A decision tree as indented text, line for line as Weka's J48 prints it.
#pragma once

#include "core/ml/DecisionTree.h"

#include <string>

namespace edupro::ml {

/// One line per branch, `|   ` per level; a leaf shows its class and "(weight/errors)". Without
/// J48's title and closing counts. Ends with a line break.
std::string treeText(const DecisionTree& tree);

/// At most six decimals, no trailing zeros: the form of thresholds in tree texts.
std::string thresholdText(double value);

} // namespace edupro::ml
