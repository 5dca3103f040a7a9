#include "replay/views/all_views.h"

#include "replay/views/access.h"
#include "replay/views/assertion.h"
#include "replay/views/awaited.h"
#include "replay/views/body.h"
#include "replay/views/contract.h"
#include "replay/views/control_settings.h"
#include "replay/views/deadlines.h"
#include "replay/views/decisions.h"
#include "replay/views/discrepancies.h"
#include "replay/views/duties.h"
#include "replay/views/equality.h"
#include "replay/views/finding_chain.h"
#include "replay/views/forms.h"
#include "replay/views/funding.h"
#include "replay/views/incidents.h"
#include "replay/views/indicators.h"
#include "replay/views/inspection_plan.h"
#include "replay/views/matters.h"
#include "replay/views/organisations.h"
#include "replay/views/places.h"
#include "replay/views/plans.h"
#include "replay/views/price_steps.h"
#include "replay/views/process.h"
#include "replay/views/products.h"
#include "replay/views/proposal.h"
#include "replay/views/provenance.h"
#include "replay/views/provider.h"
#include "replay/views/register.h"
#include "replay/views/relations.h"
#include "replay/views/remedies.h"
#include "replay/views/retention.h"
#include "replay/views/self_monitoring.h"
#include "replay/views/settlement.h"
#include "replay/views/slots.h"
#include "replay/views/statements.h"
#include "replay/views/states.h"
#include "replay/views/supervision.h"
#include "replay/views/volume.h"

namespace sinetti {

std::vector<const ViewDefinition*> AllViews() {
  return {
      &VolumeView(),
      // declared: what controls compare across many types
      &AwaitedView(),
      &DutiesView(),
      &PriceStepsView(),
      &RelationsView(),
      // contracts and places
      &AssertionView(),
      &BodyView(),
      &ContractView(),
      &PlacesView(),
      &ProcurementView(),
      &ProposalView(),
      &ProviderView(),
      &SettlementView(),
      &TransferView(),
      // programmes, funding and evaluation
      &ControlSettingsView(),
      &DiscrepanciesView(),
      &FundingView(),
      &OrganisationsView(),
      &PlansView(),
      &ProvenanceView(),
      &StatementsView(),
      // matters, decisions and supervision
      &AccessView(),
      &DeadlinesView(),
      &DecisionsView(),
      &FindingChainView(),
      &FormsView(),
      &IncidentsView(),
      &IndicatorsView(),
      &MattersView(),
      &ProcessView(),
      &ProductsView(),
      &RemediesView(),
      &SelfMonitoringView(),
      &SlotsView(),
      &StatesView(),
      &SupervisionView(),
      // coverage, equality and retention
      &EqualityView(),
      &InspectionPlanView(),
      &RegisterView(),
      &RetentionView(),
  };
}

}  // namespace sinetti
