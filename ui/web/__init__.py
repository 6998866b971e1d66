"""What stands between the network and the pages: limits, headers, and which routes are open."""
