// Tables of a provider's supervision: cases (V2), orders and fines (V3), inspections and findings.
// Their queries take the provider as ?1.
#pragma once

#include "replay/reports/query_table.h"

namespace sinetti {

const TableSpec& ProviderCases();
const TableSpec& ProviderOrders();
const TableSpec& ProviderActions();

}  // namespace sinetti
