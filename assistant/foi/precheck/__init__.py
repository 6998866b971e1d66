"""What has to be right before a reply may be called ready."""

from assistant.foi.precheck.fault import JUDGED, Checked, Fault, FaultKind
from assistant.foi.precheck.run import check_request, known_people, precheck

__all__ = ["JUDGED", "Checked", "Fault", "FaultKind", "check_request", "known_people", "precheck"]
