"""Documents that officers upload: kept in the data folder, then read by a process of their own."""
