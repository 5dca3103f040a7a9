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
  # form.capnp
  formOpened @211 :import "form.capnp".FormOpened;
  formRoleNamed @212 :import "form.capnp".FormRoleNamed;
  formAnswerRecorded @213 :import "form.capnp".FormAnswerRecorded;
  formSectionLeftBlank @214 :import "form.capnp".FormSectionLeftBlank;
  formSubmitted @215 :import "form.capnp".FormSubmitted;
  formDecided @216 :import "form.capnp".FormDecided;
  formStandardised @217 :import "form.capnp".FormStandardised;
  # matter.capnp
  matterOpened @218 :import "matter.capnp".MatterOpened;
  matterStepDone @219 :import "matter.capnp".MatterStepDone;
  matterClosed @220 :import "matter.capnp".MatterClosed;
  intakeRouted @221 :import "matter.capnp".IntakeRouted;
  intakePrioritised @222 :import "matter.capnp".IntakePrioritised;
  needtriggerObserved @223 :import "matter.capnp".NeedtriggerObserved;
  caseRouted @224 :import "matter.capnp".CaseRouted;
  caseWorkerAssigned @225 :import "matter.capnp".CaseWorkerAssigned;
  caseCoordinatorAssigned @226 :import "matter.capnp".CaseCoordinatorAssigned;
  needAssessmentDue @227 :import "matter.capnp".NeedAssessmentDue;
  needAssessmentStarted @228 :import "matter.capnp".NeedAssessmentStarted;
  needAssessmentCompleted @229 :import "matter.capnp".NeedAssessmentCompleted;
  assessmentStarted @230 :import "matter.capnp".AssessmentStarted;
  assessmentLevelRaised @231 :import "matter.capnp".AssessmentLevelRaised;
  assessmentCompleted @232 :import "matter.capnp".AssessmentCompleted;
  planDrafted @233 :import "matter.capnp".PlanDrafted;
  planExtended @234 :import "matter.capnp".PlanExtended;
  planAdopted @235 :import "matter.capnp".PlanAdopted;
  planReviewed @236 :import "matter.capnp".PlanReviewed;
  planMerged @237 :import "matter.capnp".PlanMerged;
  participantJoined @238 :import "matter.capnp".ParticipantJoined;
  hearingHeld @239 :import "matter.capnp".HearingHeld;
  hearingWaived @240 :import "matter.capnp".HearingWaived;
  applicationReceived @241 :import "matter.capnp".ApplicationReceived;
  applicationCompletionRequested @242 :import "matter.capnp".ApplicationCompletionRequested;
  applicationCompleted @243 :import "matter.capnp".ApplicationCompleted;
  applicationTransferred @244 :import "matter.capnp".ApplicationTransferred;
  priorityShifted @245 :import "matter.capnp".PriorityShifted;
  # decision.capnp
  decisionMade @246 :import "decision.capnp".DecisionMade;
  decisionGivenOrally @247 :import "decision.capnp".DecisionGivenOrally;
  decisionConfirmedInWriting @248 :import "decision.capnp".DecisionConfirmedInWriting;
  decisionNotified @249 :import "decision.capnp".DecisionNotified;
  decisionFactErrorCorrected @250 :import "decision.capnp".DecisionFactErrorCorrected;
  decisionClericalErrorCorrected @251 :import "decision.capnp".DecisionClericalErrorCorrected;
  decisionExecuted @252 :import "decision.capnp".DecisionExecuted;
  decisionExecutionSuspended @253 :import "decision.capnp".DecisionExecutionSuspended;
  decisionBecameFinal @254 :import "decision.capnp".DecisionBecameFinal;
  correctionRequested @255 :import "decision.capnp".CorrectionRequested;
  correctionInadmissible @256 :import "decision.capnp".CorrectionInadmissible;
  correctionDecided @257 :import "decision.capnp".CorrectionDecided;
  appealFiled @258 :import "decision.capnp".AppealFiled;
  appealStatementGiven @259 :import "decision.capnp".AppealStatementGiven;
  appealLeaveGranted @260 :import "decision.capnp".AppealLeaveGranted;
  appealDecided @261 :import "decision.capnp".AppealDecided;
  complaintReceived @262 :import "decision.capnp".ComplaintReceived;
  complaintAnswered @263 :import "decision.capnp".ComplaintAnswered;
  complaintFiled @264 :import "decision.capnp".ComplaintFiled;
  complaintDecided @265 :import "decision.capnp".ComplaintDecided;
  # delegation.capnp
  delegationGranted @266 :import "delegation.capnp".DelegationGranted;
  delegationRevoked @267 :import "delegation.capnp".DelegationRevoked;
  # slot.capnp
  slotSeriesReserved @268 :import "slot.capnp".SlotSeriesReserved;
  slotBooked @269 :import "slot.capnp".SlotBooked;
  slotReleased @270 :import "slot.capnp".SlotReleased;
  slotUsed @271 :import "slot.capnp".SlotUsed;
  slotNoShow @272 :import "slot.capnp".SlotNoShow;
  # work.capnp
  teamFormed @273 :import "work.capnp".TeamFormed;
  teamMemberChanged @274 :import "work.capnp".TeamMemberChanged;
  trainingHeld @275 :import "work.capnp".TrainingHeld;
  cohortDefined @276 :import "work.capnp".CohortDefined;
  worksplitReported @277 :import "work.capnp".WorksplitReported;
  productVolumePriced @278 :import "work.capnp".ProductVolumePriced;
  modelAdopted @279 :import "work.capnp".ModelAdopted;
  responsibilityAssigned @280 :import "work.capnp".ResponsibilityAssigned;
  responsibilityUnresolved @281 :import "work.capnp".ResponsibilityUnresolved;
  # selfmonitoring.capnp
  smprogrammeAdopted @282 :import "selfmonitoring.capnp".SmprogrammeAdopted;
  smprogrammeRevised @283 :import "selfmonitoring.capnp".SmprogrammeRevised;
  smprogrammePublished @284 :import "selfmonitoring.capnp".SmprogrammePublished;
  smplanAdopted @285 :import "selfmonitoring.capnp".SmplanAdopted;
  smplanRevised @286 :import "selfmonitoring.capnp".SmplanRevised;
  smplanPublished @287 :import "selfmonitoring.capnp".SmplanPublished;
  smplanDisplayedInUnit @288 :import "selfmonitoring.capnp".SmplanDisplayedInUnit;
  smfeedbackCollected @289 :import "selfmonitoring.capnp".SmfeedbackCollected;
  smobservationRecorded @290 :import "selfmonitoring.capnp".SmobservationRecorded;
  smreportCompiled @291 :import "selfmonitoring.capnp".SmreportCompiled;
  smreportPublished @292 :import "selfmonitoring.capnp".SmreportPublished;
  smreportMissed @293 :import "selfmonitoring.capnp".SmreportMissed;
  staffingSufficiencyChecked @294 :import "selfmonitoring.capnp".StaffingSufficiencyChecked;
  indicatorDefined @295 :import "selfmonitoring.capnp".IndicatorDefined;
  indicatorMeasured @296 :import "selfmonitoring.capnp".IndicatorMeasured;
  indicatorCorrected @297 :import "selfmonitoring.capnp".IndicatorCorrected;
  indicatorGapStated @298 :import "selfmonitoring.capnp".IndicatorGapStated;
  # incident.capnp
  incidentReported @299 :import "incident.capnp".IncidentReported;
  incidentClassified @300 :import "incident.capnp".IncidentClassified;
  incidentAnalysed @301 :import "incident.capnp".IncidentAnalysed;
  incidentLearningShared @302 :import "incident.capnp".IncidentLearningShared;
  notificationStaffMade @303 :import "incident.capnp".NotificationStaffMade;
  notificationForwardedToOrganiser @304 :import "incident.capnp".NotificationForwardedToOrganiser;
  notificationToAuthority @305 :import "incident.capnp".NotificationToAuthority;
  notificationProviderSerious @306 :import "incident.capnp".NotificationProviderSerious;
  notificationOrganiserToAuthority @307 :import "incident.capnp".NotificationOrganiserToAuthority;
  notificationAuthorityToOrganisers @308 :import "incident.capnp".NotificationAuthorityToOrganisers;
  retaliationAlleged @309 :import "incident.capnp".RetaliationAlleged;
  retaliationAssessed @310 :import "incident.capnp".RetaliationAssessed;
  # access.capnp
  accessViewed @311 :import "access.capnp".AccessViewed;
  accessExported @312 :import "access.capnp".AccessExported;
  accessDisclosedTo @313 :import "access.capnp".AccessDisclosedTo;
  accessLogRequestedBySubject @314 :import "access.capnp".AccessLogRequestedBySubject;
  accessLogAnswered @315 :import "access.capnp".AccessLogAnswered;
  # supervision.capnp
  supervisionprogrammeAdopted @316 :import "supervision.capnp".SupervisionprogrammeAdopted;
  supervisionplanAdopted @317 :import "supervision.capnp".SupervisionplanAdopted;
  supervisionplanTargetAdded @318 :import "supervision.capnp".SupervisionplanTargetAdded;
  supervisionplanTargetDone @319 :import "supervision.capnp".SupervisionplanTargetDone;
  supcaseOpened @320 :import "supervision.capnp".SupcaseOpened;
  supcaseGuidanceGiven @321 :import "supervision.capnp".SupcaseGuidanceGiven;
  supcaseAttentionDrawn @322 :import "supervision.capnp".SupcaseAttentionDrawn;
  supcaseUrged @323 :import "supervision.capnp".SupcaseUrged;
  supcaseNoticeIssued @324 :import "supervision.capnp".SupcaseNoticeIssued;
  supcaseOrderIssued @325 :import "supervision.capnp".SupcaseOrderIssued;
  supcaseClosed @326 :import "supervision.capnp".SupcaseClosed;
  supcaseReopened @327 :import "supervision.capnp".SupcaseReopened;
  visitGuidanceVisitAgreed @328 :import "supervision.capnp".VisitGuidanceVisitAgreed;
  visitGuidanceVisitHeld @329 :import "supervision.capnp".VisitGuidanceVisitHeld;
  inspectionOrderGiven @330 :import "supervision.capnp".InspectionOrderGiven;
  inspectionStarted @331 :import "supervision.capnp".InspectionStarted;
  inspectionHeld @332 :import "supervision.capnp".InspectionHeld;
  inspectionReportDrafted @333 :import "supervision.capnp".InspectionReportDrafted;
  inspectionReportNotified @334 :import "supervision.capnp".InspectionReportNotified;
  inspectionReportExchanged @335 :import "supervision.capnp".InspectionReportExchanged;
  findingRecorded @336 :import "supervision.capnp".FindingRecorded;
  clarificationRequested @337 :import "supervision.capnp".ClarificationRequested;
  clarificationExtended @338 :import "supervision.capnp".ClarificationExtended;
  clarificationReceived @339 :import "supervision.capnp".ClarificationReceived;
  clarificationOverdue @340 :import "supervision.capnp".ClarificationOverdue;
  correctionDemanded @341 :import "supervision.capnp".CorrectionDemanded;
  fineImposed @342 :import "supervision.capnp".FineImposed;
  fineOrdered @343 :import "supervision.capnp".FineOrdered;
  fineReduced @344 :import "supervision.capnp".FineReduced;
  fineWithdrawn @345 :import "supervision.capnp".FineWithdrawn;
  fineLapsed @346 :import "supervision.capnp".FineLapsed;
  suspensionThreatened @347 :import "supervision.capnp".SuspensionThreatened;
  suspensionOrdered @348 :import "supervision.capnp".SuspensionOrdered;
  suspensionImmediateOrdered @349 :import "supervision.capnp".SuspensionImmediateOrdered;
  suspensionLifted @350 :import "supervision.capnp".SuspensionLifted;
  actionPlanned @351 :import "supervision.capnp".ActionPlanned;
  actionStarted @352 :import "supervision.capnp".ActionStarted;
  actionEvidenceGiven @353 :import "supervision.capnp".ActionEvidenceGiven;
  actionVerified @354 :import "supervision.capnp".ActionVerified;
  actionRejected @355 :import "supervision.capnp".ActionRejected;
  actionClosed @356 :import "supervision.capnp".ActionClosed;
  followupScheduled @357 :import "supervision.capnp".FollowupScheduled;
  followupDone @358 :import "supervision.capnp".FollowupDone;
  registerSanctionMarkEntered @359 :import "supervision.capnp".RegisterSanctionMarkEntered;
  registerSanctionMarkRemoved @360 :import "supervision.capnp".RegisterSanctionMarkRemoved;
  # assertion.capnp
  complianceGapSuggested @361 :import "assertion.capnp".ComplianceGapSuggested;
  # service.capnp
  authorityTransferPlanned @362 :import "service.capnp".AuthorityTransferPlanned;
  authorityTransferred @363 :import "service.capnp".AuthorityTransferred;
  # subject.capnp
  subjectErasureRequested @364 :import "subject.capnp".SubjectErasureRequested;
  subjectErasureApproved @365 :import "subject.capnp".SubjectErasureApproved;
  subjectErasureOverridden @366 :import "subject.capnp".SubjectErasureOverridden;
  subjectErasureRefused @367 :import "subject.capnp".SubjectErasureRefused;
  legalholdSet @368 :import "subject.capnp".LegalholdSet;
  legalholdReleased @369 :import "subject.capnp".LegalholdReleased;
  retentionDueComputed @370 :import "subject.capnp".RetentionDueComputed;
  # actor.capnp
  actorRegistered @371 :import "actor.capnp".ActorRegistered;
  actorKeyRotated @372 :import "actor.capnp".ActorKeyRotated;
  actorKeyRevoked @373 :import "actor.capnp".ActorKeyRevoked;
  signaturePolicySet @374 :import "actor.capnp".SignaturePolicySet;
  batchSigned @375 :import "actor.capnp".BatchSigned;
  # ledger.capnp
  ledgerKeyRotated @376 :import "ledger.capnp".LedgerKeyRotated;
  ledgerKeyCompromised @377 :import "ledger.capnp".LedgerKeyCompromised;
  # source.capnp
  documentAttached @378 :import "source.capnp".DocumentAttached;
  # access.capnp
  accessGranted @379 :import "access.capnp".AccessGranted;
  accessRevoked @380 :import "access.capnp".AccessRevoked;
  accessPolicySet @381 :import "access.capnp".AccessPolicySet;
  accessRefused @382 :import "access.capnp".AccessRefused;
  # cooperation.capnp
  agreementModelProposed @383 :import "cooperation.capnp".AgreementModelProposed;
  interfaceAgreed @384 :import "cooperation.capnp".InterfaceAgreed;
  processHarmonised @385 :import "cooperation.capnp".ProcessHarmonised;
  participationInvited @386 :import "cooperation.capnp".ParticipationInvited;
  participationJoined @387 :import "cooperation.capnp".ParticipationJoined;
  participationLeft @388 :import "cooperation.capnp".ParticipationLeft;
  strategyThemeSet @389 :import "cooperation.capnp".StrategyThemeSet;
  strategyCommitmentRecorded @390 :import "cooperation.capnp".StrategyCommitmentRecorded;
  strategyAdopted @391 :import "cooperation.capnp".StrategyAdopted;
  portfolioPrioritised @392 :import "cooperation.capnp".PortfolioPrioritised;
  reportDelivered @393 :import "cooperation.capnp".ReportDelivered;
  ngoPartnershipAgreed @394 :import "cooperation.capnp".NgoPartnershipAgreed;
  premisesUseGranted @395 :import "cooperation.capnp".PremisesUseGranted;
  volunteerActivityReported @396 :import "cooperation.capnp".VolunteerActivityReported;
  # referral.capnp
  referralMade @397 :import "referral.capnp".ReferralMade;
  referralAccepted @398 :import "referral.capnp".ReferralAccepted;
  referralRedirected @399 :import "referral.capnp".ReferralRedirected;
  referralDeclined @400 :import "referral.capnp".ReferralDeclined;
  # operation.capnp
  ledgerCheckpointSigned @401 :import "operation.capnp".LedgerCheckpointSigned;
  ledgerWitnessCosigned @402 :import "operation.capnp".LedgerWitnessCosigned;
  ledgerTimestampObtained @403 :import "operation.capnp".LedgerTimestampObtained;
  ledgerIntegrityVerified @404 :import "operation.capnp".LedgerIntegrityVerified;
  ledgerTamperSuspected @405 :import "operation.capnp".LedgerTamperSuspected;
  replayStarted @406 :import "operation.capnp".ReplayStarted;
  replayCompleted @407 :import "operation.capnp".ReplayCompleted;
  replayFailed @408 :import "operation.capnp".ReplayFailed;
  projectionRebuilt @409 :import "operation.capnp".ProjectionRebuilt;
  projectionDiscarded @410 :import "operation.capnp".ProjectionDiscarded;
  snapshotCreated @411 :import "operation.capnp".SnapshotCreated;
  importBatchAccepted @412 :import "operation.capnp".ImportBatchAccepted;
  importLineRejected @413 :import "operation.capnp".ImportLineRejected;
  schemaUpcasted @414 :import "operation.capnp".SchemaUpcasted;
  # provider.capnp
  providerAnnualCheckMissed @415 :import "provider.capnp".ProviderAnnualCheckMissed;
  jointunitAuthorisedProviderReplaced @416 :import "provider.capnp".JointunitAuthorisedProviderReplaced;
  jointunitAuthorisationExpired @417 :import "provider.capnp".JointunitAuthorisationExpired;
  criminalrecordShown @418 :import "provider.capnp".CriminalrecordShown;
  # settlement.capnp
  voucherSettled @419 :import "settlement.capnp".VoucherSettled;
  paymentReduced @420 :import "settlement.capnp".PaymentReduced;
  paymentWithheld @421 :import "settlement.capnp".PaymentWithheld;
  # contract.capnp
  contractRenewed @422 :import "contract.capnp".ContractRenewed;
  # capacity.capnp
  capacityQuotaBreached @423 :import "capacity.capnp".CapacityQuotaBreached;
  # transfer.capnp
  transferDelayDayCounted @424 :import "transfer.capnp".TransferDelayDayCounted;
  # rule.capnp
  calendarVersionPublished @425 :import "rule.capnp".CalendarVersionPublished;
  # subject.capnp
  disposalExecuted @426 :import "subject.capnp".DisposalExecuted;
  # control.capnp
  controlSet @427 :import "control.capnp".ControlSet;
}
