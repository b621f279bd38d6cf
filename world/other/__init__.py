"""Sources that want more than a header: other protocols, and registers that want proof of who asks.

Their files for FOCUS lie here too, with the WSDL beside the one that needs it.
"""
