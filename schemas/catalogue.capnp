@0xb3c1f0a9d2e45a00;
# The list of all event types.  The registry enumerates these fields by reflection: one line per type,
# field names do not matter, nothing else has to be told about a new type.

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("sinetti::schema");

struct Catalogue {
  # evaluation.capnp
  evidenceStudyStarted @0 :import "evaluation.capnp".EvidenceStudyStarted;
  evidenceSurveyConducted @1 :import "evaluation.capnp".EvidenceSurveyConducted;
  evidenceInterviewsConducted @2 :import "evaluation.capnp".EvidenceInterviewsConducted;
  evidenceCollected @3 :import "evaluation.capnp".EvidenceCollected;
  evidenceConclusionDrawn @4 :import "evaluation.capnp".EvidenceConclusionDrawn;
  evaluationCommissioned @5 :import "evaluation.capnp".EvaluationCommissioned;
  evaluationFindingRecorded @6 :import "evaluation.capnp".EvaluationFindingRecorded;
  evaluationRecommendationIssued @7 :import "evaluation.capnp".EvaluationRecommendationIssued;
  evaluationResponseGiven @8 :import "evaluation.capnp".EvaluationResponseGiven;
  # funding.capnp
  fundingProgrammeTotalStated @9 :import "funding.capnp".FundingProgrammeTotalStated;
  fundingYearTotalStated @10 :import "funding.capnp".FundingYearTotalStated;
  fundingPlanLineRecorded @11 :import "funding.capnp".FundingPlanLineRecorded;
  fundingGranted @12 :import "funding.capnp".FundingGranted;
  fundingPaid @13 :import "funding.capnp".FundingPaid;
  fundingReclaimed @14 :import "funding.capnp".FundingReclaimed;
  fundingSettledToSuccessor @15 :import "funding.capnp".FundingSettledToSuccessor;
  costSharingKeyDefined @16 :import "funding.capnp".CostSharingKeyDefined;
  costSharingKeyChanged @17 :import "funding.capnp".CostSharingKeyChanged;
  costSharingShareAllocated @18 :import "funding.capnp".CostSharingShareAllocated;
  costSharingDisputeRaised @19 :import "funding.capnp".CostSharingDisputeRaised;
  costSharingDisputeSettled @20 :import "funding.capnp".CostSharingDisputeSettled;
  # org.capnp
  orgRegistered @21 :import "org.capnp".OrgRegistered;
  orgRenamed @22 :import "org.capnp".OrgRenamed;
  orgMergedInto @23 :import "org.capnp".OrgMergedInto;
  orgDissolved @24 :import "org.capnp".OrgDissolved;
  orgSuccessor @25 :import "org.capnp".OrgSuccessor;
  orgRoleAssigned @26 :import "org.capnp".OrgRoleAssigned;
  orgControlChanged @27 :import "org.capnp".OrgControlChanged;
  areaDefined @28 :import "org.capnp".AreaDefined;
  areaMembersDefined @29 :import "org.capnp".AreaMembersDefined;
  orgModelNodeProposed @30 :import "org.capnp".OrgModelNodeProposed;
  orgModelModelVersioned @31 :import "org.capnp".OrgModelModelVersioned;
  competenceTransferred @32 :import "org.capnp".CompetenceTransferred;
  # participation.capnp
  gatheringHeld @33 :import "participation.capnp".GatheringHeld;
  gatheringAttendanceReported @34 :import "participation.capnp".GatheringAttendanceReported;
  engagementCumulativeReported @35 :import "participation.capnp".EngagementCumulativeReported;
  engagementChannelUsed @36 :import "participation.capnp".EngagementChannelUsed;
  consultationRoundPlanned @37 :import "participation.capnp".ConsultationRoundPlanned;
  consultationOpened @38 :import "participation.capnp".ConsultationOpened;
  consultationStatementReceived @39 :import "participation.capnp".ConsultationStatementReceived;
  consultationClosed @40 :import "participation.capnp".ConsultationClosed;
  handlingStepPlanned @41 :import "participation.capnp".HandlingStepPlanned;
  handlingStepDone @42 :import "participation.capnp".HandlingStepDone;
  # planning.capnp
  decisionPlanned @43 :import "planning.capnp".DecisionPlanned;
  decisionDeferred @44 :import "planning.capnp".DecisionDeferred;
  decisionMissed @45 :import "planning.capnp".DecisionMissed;
  # project.capnp
  programmeRegistered @46 :import "project.capnp".ProgrammeRegistered;
  programmeFocusAreaLinked @47 :import "project.capnp".ProgrammeFocusAreaLinked;
  programmeStrandDefined @48 :import "project.capnp".ProgrammeStrandDefined;
  programmeLinkRecorded @49 :import "project.capnp".ProgrammeLinkRecorded;
  projectPlanned @50 :import "project.capnp".ProjectPlanned;
  projectRegistered @51 :import "project.capnp".ProjectRegistered;
  projectPhasePlanned @52 :import "project.capnp".ProjectPhasePlanned;
  projectStarted @53 :import "project.capnp".ProjectStarted;
  projectPhaseStarted @54 :import "project.capnp".ProjectPhaseStarted;
  projectPhaseEnded @55 :import "project.capnp".ProjectPhaseEnded;
  projectEnded @56 :import "project.capnp".ProjectEnded;
  projectReported @57 :import "project.capnp".ProjectReported;
  projectAdministratorNamed @58 :import "project.capnp".ProjectAdministratorNamed;
  projectRoleAssigned @59 :import "project.capnp".ProjectRoleAssigned;
  positionRequirementSet @60 :import "project.capnp".PositionRequirementSet;
  positionFilled @61 :import "project.capnp".PositionFilled;
  objectiveSet @62 :import "project.capnp".ObjectiveSet;
  objectiveChanged @63 :import "project.capnp".ObjectiveChanged;
  milestonePlanned @64 :import "project.capnp".MilestonePlanned;
  milestoneReached @65 :import "project.capnp".MilestoneReached;
  milestoneMissed @66 :import "project.capnp".MilestoneMissed;
  # rule.capnp
  ruleRegistered @67 :import "rule.capnp".RuleRegistered;
  ruleReferenced @68 :import "rule.capnp".RuleReferenced;
  ruleVersionInForce @69 :import "rule.capnp".RuleVersionInForce;
  ruleRepealed @70 :import "rule.capnp".RuleRepealed;
  # source.capnp
  sourceCaptured @71 :import "source.capnp".SourceCaptured;
  documentPublished @72 :import "source.capnp".DocumentPublished;
  documentLinked @73 :import "source.capnp".DocumentLinked;
  documentSuperseded @74 :import "source.capnp".DocumentSuperseded;
  valueStatedMissing @75 :import "source.capnp".ValueStatedMissing;
  valueReadingChosen @76 :import "source.capnp".ValueReadingChosen;
  discrepancyDetected @77 :import "source.capnp".DiscrepancyDetected;
  discrepancyExplained @78 :import "source.capnp".DiscrepancyExplained;
  discrepancyAccepted @79 :import "source.capnp".DiscrepancyAccepted;
  discrepancyCorrected @80 :import "source.capnp".DiscrepancyCorrected;
  discrepancyWithdrawn @81 :import "source.capnp".DiscrepancyWithdrawn;
  # statement.capnp
  pilotReported @82 :import "statement.capnp".PilotReported;
  commitmentDeclared @83 :import "statement.capnp".CommitmentDeclared;
  claimRecorded @84 :import "statement.capnp".ClaimRecorded;
  lessonRecorded @85 :import "statement.capnp".LessonRecorded;
  questionOpened @86 :import "statement.capnp".QuestionOpened;
  questionAnswered @87 :import "statement.capnp".QuestionAnswered;
  optionStated @88 :import "statement.capnp".OptionStated;
  constraintStated @89 :import "statement.capnp".ConstraintStated;
  dependencyStated @90 :import "statement.capnp".DependencyStated;
  positionStated @91 :import "statement.capnp".PositionStated;
  relationRecorded @92 :import "statement.capnp".RelationRecorded;
  agreementScopeAgreed @93 :import "statement.capnp".AgreementScopeAgreed;
  agreementLegalFormProposed @94 :import "statement.capnp".AgreementLegalFormProposed;
  # subject.capnp
  subjectKeyCreated @95 :import "subject.capnp".SubjectKeyCreated;
  subjectKeyDestroyed @96 :import "subject.capnp".SubjectKeyDestroyed;
  # provider.capnp
  providerApplicationReceived @97 :import "provider.capnp".ProviderApplicationReceived;
  providerReliabilityChecked @98 :import "provider.capnp".ProviderReliabilityChecked;
  providerRegistered @99 :import "provider.capnp".ProviderRegistered;
  providerAnnualCheckDone @100 :import "provider.capnp".ProviderAnnualCheckDone;
  providerRemoved @101 :import "provider.capnp".ProviderRemoved;
  unitProposed @102 :import "provider.capnp".UnitProposed;
  unitRegistered @103 :import "provider.capnp".UnitRegistered;
  unitChanged @104 :import "provider.capnp".UnitChanged;
  unitTransferredToProvider @105 :import "provider.capnp".UnitTransferredToProvider;
  unitResponsiblePersonNamed @106 :import "provider.capnp".UnitResponsiblePersonNamed;
  unitPreInspectionDone @107 :import "provider.capnp".UnitPreInspectionDone;
  unitRemoved @108 :import "provider.capnp".UnitRemoved;
  subcontractorDeclared @109 :import "provider.capnp".SubcontractorDeclared;
  subcontractorApproved @110 :import "provider.capnp".SubcontractorApproved;
  subcontractorRejected @111 :import "provider.capnp".SubcontractorRejected;
  # body.capnp
  bodyEstablished @112 :import "body.capnp".BodyEstablished;
  bodyMandateGiven @113 :import "body.capnp".BodyMandateGiven;
  bodyTaskAssigned @114 :import "body.capnp".BodyTaskAssigned;
  bodyMembershipCountStated @115 :import "body.capnp".BodyMembershipCountStated;
  bodyMemberJoined @116 :import "body.capnp".BodyMemberJoined;
  bodyMemberLeft @117 :import "body.capnp".BodyMemberLeft;
  bodyCadenceSet @118 :import "body.capnp".BodyCadenceSet;
  bodySubgroupPlanned @119 :import "body.capnp".BodySubgroupPlanned;
  bodyDissolved @120 :import "body.capnp".BodyDissolved;
  meetingConvened @121 :import "body.capnp".MeetingConvened;
  meetingHeld @122 :import "body.capnp".MeetingHeld;
  meetingCancelled @123 :import "body.capnp".MeetingCancelled;
  agendaItemHandled @124 :import "body.capnp".AgendaItemHandled;
  gatheringCadenceSet @125 :import "body.capnp".GatheringCadenceSet;
  roleHeld @126 :import "body.capnp".RoleHeld;
  roleEnded @127 :import "body.capnp".RoleEnded;
  # proposal.capnp
  proposalSubmitted @128 :import "proposal.capnp".ProposalSubmitted;
  proposalClassified @129 :import "proposal.capnp".ProposalClassified;
  proposalPhaseClassified @130 :import "proposal.capnp".ProposalPhaseClassified;
  proposalEffectStated @131 :import "proposal.capnp".ProposalEffectStated;
  proposalRiskStated @132 :import "proposal.capnp".ProposalRiskStated;
  proposalMerged @133 :import "proposal.capnp".ProposalMerged;
  proposalAccepted @134 :import "proposal.capnp".ProposalAccepted;
  proposalRejected @135 :import "proposal.capnp".ProposalRejected;
  proposalDeferred @136 :import "proposal.capnp".ProposalDeferred;
  # assertion.capnp
  assertionCoded @137 :import "assertion.capnp".AssertionCoded;
  # pricelist.capnp
  pricelistPublished @138 :import "pricelist.capnp".PricelistPublished;
  pricelistChanged @139 :import "pricelist.capnp".PricelistChanged;
  pricelistEnded @140 :import "pricelist.capnp".PricelistEnded;
  priceChangeForecast @141 :import "pricelist.capnp".PriceChangeForecast;
  benchmarkRecorded @142 :import "pricelist.capnp".BenchmarkRecorded;
  # settlement.capnp
  choiceMade @143 :import "settlement.capnp".ChoiceMade;
  choiceChanged @144 :import "settlement.capnp".ChoiceChanged;
  choiceRefused @145 :import "settlement.capnp".ChoiceRefused;
  settlementCharged @146 :import "settlement.capnp".SettlementCharged;
  settlementObjected @147 :import "settlement.capnp".SettlementObjected;
  settlementCredited @148 :import "settlement.capnp".SettlementCredited;
  settlementPaid @149 :import "settlement.capnp".SettlementPaid;
  voucherDecisionMade @150 :import "settlement.capnp".VoucherDecisionMade;
  voucherValueSet @151 :import "settlement.capnp".VoucherValueSet;
  voucherRefused @152 :import "settlement.capnp".VoucherRefused;
  voucherUsed @153 :import "settlement.capnp".VoucherUsed;
  voucherRevoked @154 :import "settlement.capnp".VoucherRevoked;
  # procurement.capnp
  procurementNeedStated @155 :import "procurement.capnp".ProcurementNeedStated;
  procurementJointAgreed @156 :import "procurement.capnp".ProcurementJointAgreed;
  procurementMarketConsulted @157 :import "procurement.capnp".ProcurementMarketConsulted;
  procurementSocialClauseSet @158 :import "procurement.capnp".ProcurementSocialClauseSet;
  procurementNoticePublished @159 :import "procurement.capnp".ProcurementNoticePublished;
  procurementTenderReceived @160 :import "procurement.capnp".ProcurementTenderReceived;
  procurementTenderExcluded @161 :import "procurement.capnp".ProcurementTenderExcluded;
  procurementTenderCompared @162 :import "procurement.capnp".ProcurementTenderCompared;
  procurementDecided @163 :import "procurement.capnp".ProcurementDecided;
  procurementStandstillStarted @164 :import "procurement.capnp".ProcurementStandstillStarted;
  procurementStandstillEnded @165 :import "procurement.capnp".ProcurementStandstillEnded;
  procurementCorrectionRequested @166 :import "procurement.capnp".ProcurementCorrectionRequested;
  procurementCorrectionDecided @167 :import "procurement.capnp".ProcurementCorrectionDecided;
  procurementAppealedToMarketCourt @168 :import "procurement.capnp".ProcurementAppealedToMarketCourt;
  procurementDirectAwardMade @169 :import "procurement.capnp".ProcurementDirectAwardMade;
  # contract.capnp
  contractDrafted @170 :import "contract.capnp".ContractDrafted;
  contractSigned @171 :import "contract.capnp".ContractSigned;
  contractEnteredIntoForce @172 :import "contract.capnp".ContractEnteredIntoForce;
  contractAmended @173 :import "contract.capnp".ContractAmended;
  contractPriceChanged @174 :import "contract.capnp".ContractPriceChanged;
  contractOptionUsed @175 :import "contract.capnp".ContractOptionUsed;
  contractSupervisionPlanAgreed @176 :import "contract.capnp".ContractSupervisionPlanAgreed;
  contractSupervisionCostShared @177 :import "contract.capnp".ContractSupervisionCostShared;
  contractSteeringMeetingHeld @178 :import "contract.capnp".ContractSteeringMeetingHeld;
  contractBreachRecorded @179 :import "contract.capnp".ContractBreachRecorded;
  contractNoticeOfDefectSent @180 :import "contract.capnp".ContractNoticeOfDefectSent;
  contractSanctionApplied @181 :import "contract.capnp".ContractSanctionApplied;
  contractTerminated @182 :import "contract.capnp".ContractTerminated;
  contractRescinded @183 :import "contract.capnp".ContractRescinded;
  contractExpired @184 :import "contract.capnp".ContractExpired;
  # capacity.capnp
  capacityPlanned @185 :import "capacity.capnp".CapacityPlanned;
  capacityPlacesAgreed @186 :import "capacity.capnp".CapacityPlacesAgreed;
  capacityChanged @187 :import "capacity.capnp".CapacityChanged;
  placementRequested @188 :import "capacity.capnp".PlacementRequested;
  placementOffered @189 :import "capacity.capnp".PlacementOffered;
  placementStarted @190 :import "capacity.capnp".PlacementStarted;
  placementMoved @191 :import "capacity.capnp".PlacementMoved;
  placementEnded @192 :import "capacity.capnp".PlacementEnded;
  occupancyMeasured @193 :import "capacity.capnp".OccupancyMeasured;
  # transfer.capnp
  transferReadinessDeclared @194 :import "transfer.capnp".TransferReadinessDeclared;
  transferFollowUpPlaceRequested @195 :import "transfer.capnp".TransferFollowUpPlaceRequested;
  transferFollowUpPlaceOffered @196 :import "transfer.capnp".TransferFollowUpPlaceOffered;
  transferFollowUpPlaceRefused @197 :import "transfer.capnp".TransferFollowUpPlaceRefused;
  transferMoved @198 :import "transfer.capnp".TransferMoved;
  transferDelayFeeCharged @199 :import "transfer.capnp".TransferDelayFeeCharged;
  transferDelayFeeAbolished @200 :import "transfer.capnp".TransferDelayFeeAbolished;
  # service.capnp
  inhouseEntityProposed @201 :import "service.capnp".InhouseEntityProposed;
  inhouseEntityFounded @202 :import "service.capnp".InhouseEntityFounded;
  servicelineTransferPhasePlanned @203 :import "service.capnp".ServicelineTransferPhasePlanned;
  servicelineTransferred @204 :import "service.capnp".ServicelineTransferred;
  servicecatalogueLineDefined @205 :import "service.capnp".ServicecatalogueLineDefined;
  servicecatalogueOfferListed @206 :import "service.capnp".ServicecatalogueOfferListed;
  servicecatalogueEligibilitySet @207 :import "service.capnp".ServicecatalogueEligibilitySet;
  staffingNeedStated @208 :import "service.capnp".StaffingNeedStated;
  staffingRatioRecorded @209 :import "service.capnp".StaffingRatioRecorded;
  staffingIncreased @210 :import "service.capnp".StaffingIncreased;
}
